"use client";

import { useEffect, useRef, useState } from "react";
import { FormRadio, FormSelect, FormTextArea, useFormAnswer } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { ManyOptions, Option } from "@/components/ui/choice";
import { lengthInWords, lengthSoFar, lowerName, topicVerb } from "@/policy/series";
import { capital } from "@/policy/wording";
import type { TextInput } from "@/policy/submissions";
import type { Series } from "@/policy/syllabus";
import { DraftRow } from "./draft-row";
import { useDraft, type DraftPlace } from "./use-draft";

/** What a text may be about, in the words of its form. */
export interface TextSubjects {
  /** The papers to choose from; empty at a meeting without readings. */
  papers: readonly Option[];
  /** The titles of the papers that are given. */
  given: readonly string[];
  /** The announced topic, which is written about where there is no paper. */
  topic: string;
  /** The questions and papers that it may be tied to, and none of them; null where nothing is asked. */
  ties: ManyOptions | null;
}

/**
 * The fields of a text as its series asks for them (R17, R19): the paper, an answer to each prompt, whose length is
 * counted and refused in no number, as many questions as the student likes, and what the text is tied to.
 */
export function TextFields({
  series,
  asksFor,
  subjects,
  given,
  place,
}: {
  series: Series;
  /** What is asked for, in a sentence. */
  asksFor: string;
  subjects: TextSubjects;
  given: TextInput;
  place: DraftPlace;
}) {
  const anchor = useRef<HTMLDivElement>(null);
  const draft = useDraft(place, given, anchor);
  const { begin, round } = draft;
  const { prompts, questions } = series;
  // The only prompt without a hint of its own takes what is asked for as its hint.
  const [only] = prompts.length === 1 ? prompts : [];
  const isHinted = only?.hint === "";
  return (
    <div ref={anchor} key={round}>
      {isHinted ? null : <p className="mt-3 max-w-text text-sm text-muted">{asksFor}</p>}
      <Paper series={series} subjects={subjects} given={begin} />
      <Answers series={series} asksFor={isHinted ? asksFor : null} given={begin} />
      {questions === null ? null : (
        <Questions seriesKey={series.key} rule={questions} given={begin.questions} />
      )}
      {subjects.ties === null ? null : (
        <FormSelect
          name="about"
          label="About (optional)"
          hint={`The question or the paper that your ${series.length?.unit === "sentences" ? "sentences are" : "text is"} about.`}
          options={subjects.ties}
          defaultValue={begin.about ?? ""}
        />
      )}
      <DraftRow
        submit={`Submit ${lowerName(series)}`}
        hasDraft={place.savedWords !== null}
        draft={draft}
        papers={subjects.papers}
      />
    </div>
  );
}

function Paper({
  series: { paper },
  subjects: { papers, given: titles, topic },
  given,
}: {
  series: Series;
  subjects: TextSubjects;
  given: TextInput;
}) {
  if (paper === "none") return null;
  if ((paper === "choose" ? papers : titles).length === 0) {
    return (
      <p>
        No paper has been announced for this meeting. {capital(topicVerb({ paper }))} its topic, “
        {topic}”.
      </p>
    );
  }
  if (paper === "given") {
    return titles.map((title) => <p key={title}>On “{title}”.</p>);
  }
  const onlyPaper = papers.length === 1 ? papers[0]?.value : undefined;
  return (
    <FormRadio
      name="reading"
      label="Paper"
      options={papers}
      defaultValue={given.readingId ?? onlyPaper}
    />
  );
}

function Answers({
  series: { prompts, length },
  asksFor,
  given,
}: {
  series: Series;
  /** The hint of the only prompt; null where each has its own. */
  asksFor: string | null;
  given: TextInput;
}) {
  const { values } = useFormAnswer();
  const [typed, setTyped] = useState<Record<number, string>>({});
  const nameOf = (index: number) => `answer-${index + 1}`;
  const texts = prompts.map(
    (_, index) => typed[index] ?? values?.[nameOf(index)]?.[0] ?? given.answers[index] ?? "",
  );
  const soFar = lengthSoFar(texts.join("\n\n"), length);
  const counter = <span className="tabular-nums">{soFar}</span>;
  return (
    <>
      {prompts.map(({ label, hint }, index) => (
        <FormTextArea
          key={index}
          name={nameOf(index)}
          label={label}
          // A single text of no given length is the longest that is asked for.
          rows={prompts.length === 1 && length === null ? 7 : 4}
          hint={
            prompts.length === 1 && length !== null ? (
              <>
                {asksFor ?? hint} {counter}
              </>
            ) : (
              (asksFor ?? hint)
            )
          }
          defaultValue={given.answers[index]}
          onInput={
            length === null
              ? undefined
              : (event) => {
                  const { value } = event.currentTarget;
                  setTyped((former) => ({ ...former, [index]: value }));
                }
          }
        />
      ))}
      {prompts.length > 1 && length !== null ? (
        <p className="max-w-text text-sm text-muted">
          {soFar === null ? `In all ${lengthInWords(length)} are asked for.` : counter}
        </p>
      ) : null}
    </>
  );
}

function Questions({
  seriesKey,
  rule: { least, most },
  given,
}: {
  seriesKey: string;
  rule: NonNullable<Series["questions"]>;
  given: readonly string[];
}) {
  const { values } = useFormAnswer();
  const [wanted, setWanted] = useState(1);
  const typed = Object.keys(values ?? {}).filter((name) => name.startsWith("question-")).length;
  const count = Math.min(most, Math.max(wanted, typed, given.length, least, 1));
  useEffect(() => {
    if (wanted > 1) document.getElementById(`${seriesKey}-question-${wanted}`)?.focus();
  }, [seriesKey, wanted]);
  const atLeast = least === 1 ? "At least one" : least === 0 ? "Any" : `At least ${least}`;
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <FormTextArea
          key={index}
          name={`question-${index + 1}`}
          label={index === 0 ? "Discussion question" : `Discussion question ${index + 1}`}
          rows={2}
          hint={index === 0 ? `${atLeast} that the class could argue about.` : undefined}
          defaultValue={given[index]}
        />
      ))}
      {count < most ? (
        <Button
          variant="secondary"
          small
          name="intent"
          value="add"
          onClick={(event) => {
            event.preventDefault();
            setWanted(count + 1);
          }}
        >
          Add a question
        </Button>
      ) : null}
    </>
  );
}
