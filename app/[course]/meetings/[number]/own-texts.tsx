import { AssignmentPart } from "@/components/assignments/assignment-part";
import { PostFields } from "@/components/assignments/post-fields";
import { PreFields } from "@/components/assignments/pre-fields";
import type { DraftPlace } from "@/components/assignments/use-draft";
import { gradedWords } from "@/components/grades/grade-words";
import { manyOptions } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { AskedQuestion, OwnStanding } from "@/db/assignments";
import type { Meeting } from "@/db/meetings";
import type { ReadingEntry } from "@/db/readings";
import { textLimits } from "@/policy/assignments";
import type { DraftText } from "@/policy/draft-text";
import { heldMark, savedInWords } from "@/policy/drafts";
import { startsAt } from "@/policy/meetings";
import { assignmentKinds, type AssignmentKind } from "@/policy/syllabus";
import { shortened } from "@/policy/wording";
import type { Standing } from "../../../viewer";
import { postAssignmentAction, preAssignmentAction } from "./actions";

type Version = OwnStanding["versions"][number];

interface Props {
  standing: Standing;
  meeting: Meeting;
  readings: readonly ReadingEntry[];
  own: OwnStanding;
  /** The questions that the student may read. */
  asked: readonly AskedQuestion[];
  /** "pre-2": the version that the form before this page handed in. */
  received: string;
  /** Changes whenever a draft has been discarded, and the forms begin afresh. */
  discarded: string;
}

/** A student's own two texts of a meeting: what is due, the form, the receipt, and what was handed in. */
export function OwnTexts({ received, ...props }: Props) {
  const { versions } = props.own;
  const told =
    versions.find((each) => `${each.assignment}-${each.version}` === received) ??
    versions.toSorted((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime())[0];
  return assignmentKinds.map((assignment) => (
    <OwnText
      key={assignment}
      {...props}
      assignment={assignment}
      isReceipt={told?.assignment === assignment}
    />
  ));
}

function OwnText({
  assignment,
  standing,
  meeting,
  readings,
  own,
  asked,
  discarded,
  isReceipt,
}: Omit<Props, "received"> & { assignment: AssignmentKind; isReceipt: boolean }) {
  const { course, now, readerZone } = standing;
  const text = own[assignment];
  const versions = own.versions.filter((each) => each.assignment === assignment);
  const draft = own.drafts.find((each) => each.assignment === assignment) ?? null;
  if (text.state === "none" && versions.length === 0 && draft === null) return null;
  const last = versions[0];
  const given: DraftText = draft?.content ?? {
    readingId: last?.readingId ?? null,
    about: last?.about?.id ?? last?.readingId ?? null,
    text: last?.text ?? "",
    questions: last?.questions ?? [],
  };
  const heldSince = draft?.savedAt ?? last?.submittedAt;
  const place: DraftPlace = {
    url: `/${course.slug}/drafts`,
    key: `colloquy ${standing.viewer.enrolmentId ?? ""} ${meeting.id} ${assignment}`,
    meetingId: meeting.id,
    assignment,
    version: last?.version ?? 0,
    held: heldMark(last?.version ?? 0, draft?.savedAt ?? null),
    heldForMs: heldSince === undefined ? null : now.getTime() - heldSince.getTime(),
    savedWords: draft === null ? null : savedInWords(draft.savedAt, now, course.timeZone),
  };
  const { window } = text;
  return (
    <AssignmentPart
      assignment={assignment}
      standing={text}
      versions={versions}
      isReceipt={isReceipt}
      draft={draft?.content ?? null}
      zone={course.timeZone}
      now={now}
      readerZone={readerZone}
    >
      {window.state === "closed" ? null : (
        <Form
          // Not by the draft: without scripts, an answer finds its form again by this key.
          key={`${place.version} ${discarded}`}
          action={assignment === "pre" ? preAssignmentAction : postAssignmentAction}
          course={course.slug}
          label={gradedWords[assignment]}
          hidden={{
            meetingId: meeting.id,
            number: meeting.number,
            version: place.version,
            credits: window.state === "late" ? window.creditsNeeded : 0,
          }}
        >
          {assignment === "pre" ? (
            <PreFields
              asksFor={course.syllabus.pre.asksFor}
              papers={papersOf(readings, last)}
              topic={meeting.title}
              mostQuestions={textLimits.questions}
              given={given}
              place={place}
            />
          ) : (
            <PostFields
              asksFor={
                startsAt(meeting, course.timeZone) > now
                  ? `${course.syllabus.post.asksFor} The class is still to come: what you hand in now can be replaced after it.`
                  : course.syllabus.post.asksFor
              }
              subjects={subjectsOf(readings, asked, last)}
              given={given}
              place={place}
            />
          )}
        </Form>
      )}
    </AssignmentPart>
  );
}

/** The papers to choose from: the meeting's, and the one of the last version where it has left the list. */
function papersOf(readings: readonly ReadingEntry[], last: Version | undefined) {
  const listed = readings.map(({ id, title, list }) => ({
    value: id,
    label: title,
    hint: list === "suggested" ? "Suggested reading" : undefined,
  }));
  if (last?.readingId == null || readings.some(({ id }) => id === last.readingId)) return listed;
  const hint = "No longer read at this meeting; what you wrote about it stays.";
  return [...listed, { value: last.readingId, label: last.readingTitle, hint }];
}

/** No longer than what the field shows of an option. */
function paperLabel(title: string): string {
  return `Paper: ${shortened(title, 72)}`;
}

/** What a post-assignment may be about: the class's questions and the papers, and what the last version was about. */
function subjectsOf(
  readings: readonly ReadingEntry[],
  asked: readonly AskedQuestion[],
  last: Version | undefined,
) {
  const options = [
    ...[...asked, ...(last?.about ? [last.about] : [])].map(({ id, askedBy, text }) => ({
      value: id,
      label: `${askedBy} asked: ${shortened(text, 60)}`,
    })),
    ...readings.map(({ id, title }) => ({ value: id, label: paperLabel(title) })),
    ...(last?.readingId == null
      ? []
      : [{ value: last.readingId, label: paperLabel(last.readingTitle ?? "") }]),
  ];
  if (options.length === 0) return null;
  const none = { value: "", label: "Nothing in particular" };
  return manyOptions([...new Map([none, ...options].map((each) => [each.value, each])).values()]);
}
