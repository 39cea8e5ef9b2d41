import { Fragment, type ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Deadline, Time } from "@/components/ui/time";
import type { TextStatus } from "@/policy/hand-in";
import { lateCostSentence } from "@/policy/lateness";
import type { TextInput } from "@/policy/submissions";
import type { Series } from "@/policy/syllabus";
import { formatInstant } from "@/policy/time";
import { counted } from "@/policy/wording";

/** A text as it was handed in. */
export interface HandedIn {
  version: number;
  readingTitle: string | null;
  /** One for each prompt of the series. */
  answers: readonly string[];
  questions: readonly string[];
  /** Whoever asked is named where the student may read names. */
  about: { askedBy: string | null; text: string } | null;
  submittedAt: Date;
  creditsCharged: number;
}

/**
 * One text of a meeting for its student: how it stands and until when, the receipt, the form in `children` while it is
 * open, the refused text where it is shut, and what was handed in, with the way to earlier versions. `passes` is what
 * can be done with free passes.
 */
export function AssignmentPart({
  status,
  versions,
  isReceipt,
  draft,
  passes,
  zone,
  now,
  readerZone,
  children,
}: {
  status: TextStatus;
  /** Newest first; on a page that was not asked for all, the last alone. */
  versions: readonly HandedIn[];
  /** Whether the receipt is what the page has to tell: of several texts only one is. */
  isReceipt: boolean;
  draft: TextInput | null;
  passes: ReactNode;
  zone: string;
  now: Date;
  readerZone: string | undefined;
  children: ReactNode;
}) {
  const { series, window } = status;
  const id = `${series.key}-assignment`;
  return (
    <section id={series.key} className="flow mt-10 border-t border-line" aria-labelledby={id}>
      <h2 id={id} className="mt-4">
        {series.name}
      </h2>
      <Stand
        status={status}
        isHandedIn={versions.length > 0}
        zone={zone}
        now={now}
        readerZone={readerZone}
      />
      {passes}
      <Received versions={versions} status={status} isReceipt={isReceipt} zone={zone} />
      {window.state === "late" ? (
        <Notice kind="warning" title={lateCostSentence(window)}>
          <p>
            The form closes{" "}
            <Deadline at={window.closesAt} zone={zone} now={now} readerZone={readerZone} />.
          </p>
        </Notice>
      ) : null}
      {window.state === "closed" ? <Shut series={series} draft={draft} /> : null}
      {children}
      {versions.length === 0 ? null : (
        <div>
          {versions.map((version, index) => (
            <Details
              key={version.version}
              summary={`Version ${version.version}, ${formatInstant(version.submittedAt, zone)}`}
              open={index === 0 && window.state === "closed"}
            >
              <Written version={version} prompts={series.prompts} />
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
  status: { state, window, classDueAt, passes },
  isHandedIn,
  zone,
  now,
  readerZone,
}: {
  status: TextStatus;
  isHandedIn: boolean;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  if (window.state === "closed" && (state !== "due" || !isHandedIn)) {
    const tones: Record<TextStatus["state"], [Tone, string]> = {
      due: ["late", "missing"],
      automatic: ["done", "automatic"],
      waived: ["waived", "waived"],
      none: ["plain", "not due"],
    };
    const [tone, word] = tones[state];
    return (
      <p>
        <Badge tone={tone}>{passes?.isTakenHere === true ? "free pass" : word}</Badge>{" "}
        {window.reason}
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
  status: { window },
  isReceipt,
  zone,
}: {
  versions: readonly HandedIn[];
  status: TextStatus;
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
function Shut({ series, draft }: { series: Series; draft: TextInput | null }) {
  if (draft === null) return null;
  return (
    <TextArea
      name={`${series.key}-draft`}
      label="Your draft, which was not handed in"
      rows={6}
      readOnly
      defaultValue={[...draft.answers, ...draft.questions]
        .filter((text) => text !== "")
        .join("\n\n")}
    />
  );
}

function Written({
  version: { readingTitle, about, answers, questions },
  prompts,
}: {
  version: HandedIn;
  prompts: Series["prompts"];
}) {
  return (
    <>
      {readingTitle === null ? null : (
        <p className="max-w-text text-sm text-muted">{readingTitle}</p>
      )}
      {about === null ? null : (
        <p className="max-w-text text-sm text-muted">
          On a question {about.askedBy === null ? "of the class" : `by ${about.askedBy}`}:{" "}
          {about.text}
        </p>
      )}
      {answers.map((answer, index) => (
        <Fragment key={index}>
          {answers.length === 1 ? null : (
            <p className="max-w-text text-sm text-muted">{prompts[index]?.label}</p>
          )}
          <p className="max-w-text font-serif text-lg whitespace-pre-wrap">{answer}</p>
        </Fragment>
      ))}
      {questions.length === 0 ? null : (
        <ul className="max-w-text list-disc ps-5 font-serif">
          {questions.map((question, index) => (
            <li key={index}>{question}</li>
          ))}
        </ul>
      )}
    </>
  );
}
