import { AssignmentPart } from "@/components/assignments/assignment-part";
import { FreePass } from "@/components/assignments/free-pass";
import { TextFields, type TextSubjects } from "@/components/assignments/text-fields";
import type { DraftPlace } from "@/components/assignments/use-draft";
import { manyOptions } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { AskedQuestion, OwnText } from "@/db/assignments";
import type { Meeting } from "@/db/meetings";
import type { ReadingEntry } from "@/db/readings";
import { isDueBeforeClass } from "@/policy/deadlines";
import { heldMark, savedInWords } from "@/policy/drafts";
import { startsAt } from "@/policy/meetings";
import type { TextInput } from "@/policy/submissions";
import type { Series } from "@/policy/syllabus";
import { shortened } from "@/policy/wording";
import type { CourseRequest } from "../../../viewer";
import { submitAssignmentAction, takeBackPassAction, takePassAction } from "./actions";

type Version = OwnText["versions"][number];

interface Props {
  request: CourseRequest;
  meeting: Meeting;
  readings: readonly ReadingEntry[];
  /** The student's texts, series by series. */
  own: readonly OwnText[];
  /** The questions that the student may read. */
  asked: readonly AskedQuestion[];
  /** The number under which classmates read the student where they read no names. */
  alias: number | null;
  /** "pre-2": the version that the form before this page handed in. */
  received: string;
  /** Changes whenever a draft has been discarded, and the forms begin afresh. */
  discarded: string;
  /** "taken-response", "back-response": what was done with a free pass before this page. */
  pass: string;
}

/** A student's own texts of a meeting, series by series: what is due, the form, the receipt, and what was handed in. */
export function OwnTexts({ received, own, ...props }: Props) {
  const versions = own.flatMap((text) => text.versions.map((version) => ({ text, version })));
  const latest =
    versions.find(
      ({ text, version }) => `${text.status.series.key}-${version.version}` === received,
    ) ??
    versions.toSorted(
      (a, b) => b.version.submittedAt.getTime() - a.version.submittedAt.getTime(),
    )[0];
  return own.map((text) => (
    <OwnTextPart
      key={text.status.assignmentId}
      {...props}
      text={text}
      isReceipt={latest?.text === text}
    />
  ));
}

function OwnTextPart({
  text: { status, versions, draft },
  request,
  meeting,
  readings,
  asked,
  alias,
  discarded,
  pass,
  isReceipt,
}: Omit<Props, "received" | "own"> & { text: OwnText; isReceipt: boolean }) {
  const { course, now, readerZone } = request;
  const { series, assignmentId, window, passes } = status;
  const last = versions[0];
  const given: TextInput = draft?.content ?? {
    readingId: last?.readingId ?? null,
    about: last?.about?.id ?? last?.readingId ?? null,
    answers: last?.answers ?? [],
    questions: last?.questions ?? [],
  };
  const heldSince = draft?.savedAt ?? last?.submittedAt;
  const place: DraftPlace = {
    url: `/${course.slug}/drafts`,
    key: `colloquy ${request.viewer.enrolmentId ?? ""} ${assignmentId}`,
    assignmentId,
    series: series.key,
    version: last?.version ?? 0,
    held: heldMark(last?.version ?? 0, draft?.savedAt ?? null),
    heldForMs: heldSince === undefined ? null : now.getTime() - heldSince.getTime(),
    savedWords: draft === null ? null : savedInWords(draft.savedAt, now, course.timeZone),
  };
  const hidden = { assignmentId, number: meeting.number, series: series.key };
  return (
    <AssignmentPart
      status={status}
      versions={versions}
      isReceipt={isReceipt}
      draft={draft?.content ?? null}
      passes={
        passes !== null && (passes.isTakenHere || window.state !== "closed") ? (
          <FreePass
            series={series}
            status={passes}
            done={
              pass === `taken-${series.key}`
                ? "taken"
                : pass === `back-${series.key}`
                  ? "taken-back"
                  : null
            }
            course={course.slug}
            place={hidden}
            take={takePassAction}
            takeBack={takeBackPassAction}
          />
        ) : null
      }
      zone={course.timeZone}
      now={now}
      readerZone={readerZone}
    >
      {window.state === "closed" ? null : (
        <Form
          // Not by the draft: without scripts, an answer finds its form again by this key.
          key={`${place.version} ${discarded}`}
          action={submitAssignmentAction}
          course={course.slug}
          label={series.name}
          prefix={series.key}
          hidden={{
            ...hidden,
            version: place.version,
            credits: window.state === "late" ? window.creditsNeeded : 0,
          }}
        >
          <ReadBy series={series} alias={alias} />
          <TextFields
            series={series}
            asksFor={asksFor(series, meeting, request)}
            subjects={subjectsOf(series, meeting, readings, asked, last)}
            given={given}
            place={place}
          />
        </Form>
      )}
    </AssignmentPart>
  );
}

/** Under which number classmates will read the text, or that they read no name; nothing where they read names or nothing. */
function ReadBy({ series, alias }: { series: Series; alias: number | null }) {
  const { when, as } = series.classmatesRead;
  if (when === "never" || as === "name") return null;
  const from = when === "after-class" ? "From the class on" : "After the deadline";
  return (
    <p>
      {as === "number"
        ? `${from} classmates read it under your number, No. ${alias ?? ""}, never under your name.`
        : `${from} classmates read it without your name.`}{" "}
      The staff see your name.
    </p>
  );
}

function asksFor(series: Series, meeting: Meeting, { course, now }: CourseRequest): string {
  const isEarly = !isDueBeforeClass(meeting, series) && startsAt(meeting, course.timeZone) > now;
  return isEarly
    ? `${series.asksFor} The class is still to come: what you hand in now can be replaced after it.`
    : series.asksFor;
}

function subjectsOf(
  series: Series,
  meeting: Meeting,
  readings: readonly ReadingEntry[],
  asked: readonly AskedQuestion[],
  last: Version | undefined,
): TextSubjects {
  return {
    papers: series.paper === "choose" ? papersOf(readings, last) : [],
    given: readings.filter(({ list }) => list === "main").map(({ title }) => title),
    topic: meeting.title,
    ties: series.isTiedToDiscussion ? tiesOf(readings, asked, last) : null,
  };
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

/** What a text may be tied to: the class's questions and the papers, and what the last version was tied to. */
function tiesOf(
  readings: readonly ReadingEntry[],
  asked: readonly AskedQuestion[],
  last: Version | undefined,
) {
  const options = [
    ...[...asked, ...(last?.about ? [last.about] : [])].map(({ id, askedBy, text }) => ({
      value: id,
      label: `${askedBy ?? "Somebody"} asked: ${shortened(text, 60)}`,
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
