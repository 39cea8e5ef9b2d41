import type { ReactNode } from "react";
import { gradedWords } from "@/components/grades/grade-words";
import { Badge, type Tone } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Deadline, Time } from "@/components/ui/time";
import type { DraftText } from "@/policy/draft-text";
import type { TextStanding } from "@/policy/hand-in";
import { lateCostSentence } from "@/policy/lateness";
import type { AssignmentKind } from "@/policy/syllabus";
import { formatInstant } from "@/policy/time";
import { counted } from "@/policy/wording";

/** A text as it was handed in. */
export interface HandedIn {
  version: number;
  readingTitle: string | null;
  text: string;
  questions: readonly string[];
  about: { askedBy: string; text: string } | null;
  submittedAt: Date;
  creditsCharged: number;
}

/**
 * One text of a meeting for its student: how it stands and until when, the receipt, the form in `children` while it is
 * open, the refused text where it is shut, and what was handed in, with the way to earlier versions.
 */
export function AssignmentPart({
  assignment,
  standing,
  versions,
  isReceipt,
  draft,
  zone,
  now,
  readerZone,
  children,
}: {
  assignment: AssignmentKind;
  standing: TextStanding;
  /** Newest first; on a page that was not asked for all, the last alone. */
  versions: readonly HandedIn[];
  /** Whether the receipt is what the page has to tell: of the two texts only one is. */
  isReceipt: boolean;
  draft: DraftText | null;
  zone: string;
  now: Date;
  readerZone: string | undefined;
  children: ReactNode;
}) {
  const id = `${assignment}-assignment`;
  const { window } = standing;
  return (
    <section className="assignment" aria-labelledby={id}>
      <h2 id={id}>{gradedWords[assignment]}</h2>
      <Stand
        standing={standing}
        isHandedIn={versions.length > 0}
        zone={zone}
        now={now}
        readerZone={readerZone}
      />
      <Received versions={versions} standing={standing} isReceipt={isReceipt} zone={zone} />
      {window.state === "late" ? (
        <Notice kind="warning" title={lateCostSentence(window)}>
          <p>
            The form closes{" "}
            <Deadline at={window.closesAt} zone={zone} now={now} readerZone={readerZone} />.
          </p>
        </Notice>
      ) : null}
      {window.state === "closed" ? <Shut assignment={assignment} draft={draft} /> : null}
      {children}
      {versions.length === 0 ? null : (
        <div className="versions">
          {versions.map((version, index) => (
            <Details
              key={version.version}
              summary={`Version ${version.version}, ${formatInstant(version.submittedAt, zone)}`}
              open={index === 0 && window.state === "closed"}
            >
              <Written version={version} />
            </Details>
          ))}
          <Earlier amount={(versions[0]?.version ?? 0) - versions.length} at={id} />
        </div>
      )}
    </section>
  );
}

/** How it stands, and the deadline: the student's own, and the class's where that differs. */
function Stand({
  standing: { state, window, classDueAt },
  isHandedIn,
  zone,
  now,
  readerZone,
}: {
  standing: TextStanding;
  isHandedIn: boolean;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  if (window.state === "closed" && (state !== "due" || !isHandedIn)) {
    const tones: Record<TextStanding["state"], [Tone, string]> = {
      due: ["late", "missing"],
      automatic: ["done", "automatic"],
      waived: ["waived", "waived"],
      none: ["plain", "not due"],
    };
    const [tone, word] = tones[state];
    return (
      <p>
        <Badge tone={tone}>{word}</Badge> {window.reason}
      </p>
    );
  }
  const isExtended = window.dueAt.getTime() > classDueAt.getTime();
  return (
    <p>
      {isHandedIn ? (
        <Badge tone="done">handed in</Badge>
      ) : (
        <Badge tone={window.state === "late" ? "late" : "due"}>
          {window.state === "late" ? "late" : "to do"}
        </Badge>
      )}{" "}
      {window.state === "open" ? "Due " : "Was due "}
      <Deadline at={window.dueAt} zone={zone} now={now} readerZone={readerZone} />
      {isExtended ? (
        <>
          {" "}
          (extended for you; for the class it is <Time at={classDueAt} zone={zone} />)
        </>
      ) : null}
      .
    </p>
  );
}

/** The receipt: when the portal has received the last version, and whether another can follow. */
function Received({
  versions: [last],
  standing: { window },
  isReceipt,
  zone,
}: {
  versions: readonly HandedIn[];
  standing: TextStanding;
  isReceipt: boolean;
  zone: string;
}) {
  if (last === undefined) return null;
  const title = (
    <>
      Received <Time at={last.submittedAt} zone={zone} />, version {last.version}
      {last.creditsCharged > 0 ? `, for ${counted(last.creditsCharged, "late credit")}` : ""}.
    </>
  );
  if (!isReceipt) return <p>{title}</p>;
  return (
    <Notice kind="receipt" title={title}>
      {window.state === "open" ? (
        <p>Until the deadline you can hand in again below; the last version counts.</p>
      ) : null}
    </Notice>
  );
}

/** The way to the versions that the page does not show. */
function Earlier({ amount, at }: { amount: number; at: string }) {
  if (amount <= 0) return null;
  return (
    <p>
      <a href={`?versions=all#${at}`}>See {counted(amount, "earlier version")}</a>
    </p>
  );
}

/** What was typed and not taken, to read and to copy. */
function Shut({ assignment, draft }: { assignment: AssignmentKind; draft: DraftText | null }) {
  if (draft === null) return null;
  return (
    <TextArea
      name={`${assignment}-draft`}
      label="Your draft, which was not handed in"
      rows={6}
      readOnly
      defaultValue={[draft.text, ...draft.questions].filter((text) => text !== "").join("\n\n")}
    />
  );
}

function Written({ version: { readingTitle, about, text, questions } }: { version: HandedIn }) {
  return (
    <>
      {readingTitle === null ? null : <p className="hint">{readingTitle}</p>}
      {about === null ? null : (
        <p className="hint">
          On a question by {about.askedBy}: {about.text}
        </p>
      )}
      <p className="written">{text}</p>
      {questions.length === 0 ? null : (
        <ul className="questions">
          {questions.map((question, index) => (
            <li key={index}>{question}</li>
          ))}
        </ul>
      )}
    </>
  );
}
