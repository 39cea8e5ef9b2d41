import { Fragment } from "react";
import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { Deadline, Time } from "@/components/ui/time";
import { isToGrade, type GradingItem } from "@/policy/grading";
import type { Series } from "@/policy/syllabus";
import { itemBadge, savedWords } from "./grade-words";

/** A version of a student's text with its questions and what it is about. */
export interface TextVersion {
  id: string;
  version: number;
  /** One for each prompt of the series. */
  answers: readonly string[];
  submittedAt: Date;
  paper: { title: string; url: string } | null;
  questions: readonly string[];
  about: { askedBy: string; text: string } | null;
}

/** What the grader reads: the version that is graded, what is known of it, and the other versions. */
export function StudentText({
  item,
  prompts,
  texts,
  zone,
  now,
  readerZone,
}: {
  item: GradingItem;
  prompts: Series["prompts"];
  texts: readonly TextVersion[];
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  const graded = texts.find((text) => text.id === item.text?.id);
  const others = texts.filter((text) => text !== graded);
  const { tone, words } = itemBadge(item, now);
  return (
    <>
      <p className="text-sm text-muted tabular-nums">
        {graded === undefined ? (
          <>
            <Badge tone={tone}>{words}</Badge>
            {item.dueAt === null ? null : (
              <>
                {" "}
                due <Deadline at={item.dueAt} zone={zone} now={now} readerZone={readerZone} />
              </>
            )}
          </>
        ) : (
          <>
            {item.text !== undefined && item.text.creditsCharged > 0 ? (
              <Badge tone="late">late, by credit</Badge>
            ) : (
              <Badge tone="done">on time</Badge>
            )}{" "}
            handed in <Time at={graded.submittedAt} zone={zone} />
            {texts.length === 1 ? "" : `, version ${graded.version}`}
            {item.dueAt !== null && item.dueAt.getTime() > now.getTime() ? (
              <>
                ; it may still change until <Time at={item.dueAt} zone={zone} />
              </>
            ) : null}
          </>
        )}
      </p>
      {item.saved === null ? null : (
        <p className="text-sm text-muted tabular-nums">
          {item.saved.graderName} {savedWords(item.saved)} on{" "}
          <Time at={item.saved.gradedAt} zone={zone} />
          {item.released === null && item.saved.score !== null ? ", not released" : ""}
          {item.state === "changed" ? ", for an earlier version than this" : ""}.
        </p>
      )}
      {graded === undefined ? null : <Version of={graded} prompts={prompts} />}
      {others.map((other) => (
        <Details
          key={other.id}
          summary={`Version ${other.version}, ${
            graded !== undefined && other.version > graded.version ? "later: not graded" : "earlier"
          }`}
        >
          <p className="text-sm text-muted tabular-nums">
            Handed in <Time at={other.submittedAt} zone={zone} />
          </p>
          <Version of={other} prompts={prompts} />
        </Details>
      ))}
      {graded === undefined && !isToGrade(item) && texts.length === 0 && item.dueAt !== null ? (
        <p>There is no text.</p>
      ) : null}
    </>
  );
}

function Version({ of, prompts }: { of: TextVersion; prompts: Series["prompts"] }) {
  return (
    <div className="flow mt-3 mb-4 border-s-2 border-line ps-4 font-serif text-lg whitespace-pre-line">
      {of.paper === null ? null : (
        <p className="font-sans text-base text-muted">
          On <a href={of.paper.url}>{of.paper.title}</a>
        </p>
      )}
      {of.about === null ? null : (
        <p className="font-sans text-base text-muted">
          On a question by {of.about.askedBy}: {of.about.text}
        </p>
      )}
      {of.answers.map((answer, index) => (
        <Fragment key={index}>
          {of.answers.length === 1 ? null : (
            <p className="font-sans text-base text-muted">
              {prompts[index]?.label ?? `Answer ${index + 1}`}
            </p>
          )}
          {answer.split(/\n{2,}/).map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </Fragment>
      ))}
      {of.questions.length === 0 ? null : (
        <ol aria-label="Discussion questions" className="list-decimal ps-6">
          {of.questions.map((question, index) => (
            <li key={index}>{question}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
