"use client";

import { useEffect, useRef, useState } from "react";
import { FormRadio, FormTextArea, useFormAnswer } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/choice";
import type { DraftText } from "@/policy/draft-text";
import { DraftRow } from "./draft-row";
import { useDraft, type DraftPlace } from "./use-draft";

/** The fields of a pre-assignment (R17): the paper, its summary, and as many questions as the student likes. */
export function PreFields({
  asksFor,
  papers,
  topic,
  mostQuestions,
  given,
  place,
}: {
  asksFor: string;
  /** Empty at a meeting without readings. */
  papers: readonly Option[];
  /** The announced topic, which is then summarised. */
  topic: string;
  mostQuestions: number;
  given: DraftText;
  place: DraftPlace;
}) {
  const { values } = useFormAnswer();
  const anchor = useRef<HTMLDivElement>(null);
  const draft = useDraft(place, given, anchor);
  const { begin, round } = draft;
  const [wanted, setWanted] = useState(1);
  const typed = Object.keys(values ?? {}).filter((name) => name.startsWith("question-")).length;
  const count = Math.min(mostQuestions, Math.max(wanted, typed, begin.questions.length));
  useEffect(() => {
    if (wanted > 1) document.getElementById(`question-${wanted}`)?.focus();
  }, [wanted]);
  const onlyPaper = papers.length === 1 ? papers[0]?.value : undefined;
  return (
    <div ref={anchor} key={round}>
      <p className="hint asks-for">{asksFor}</p>
      {papers.length === 0 ? (
        <p>No paper has been announced for this meeting. Summarise its topic, “{topic}”.</p>
      ) : (
        <FormRadio
          name="reading"
          label="Paper"
          options={papers}
          defaultValue={begin.readingId ?? onlyPaper}
        />
      )}
      <FormTextArea
        name="summary"
        label="Summary"
        rows={7}
        hint="Motivation, contribution, method, and one key result, in a short paragraph."
        defaultValue={begin.text}
      />
      {Array.from({ length: count }, (_, index) => (
        <FormTextArea
          key={index}
          name={`question-${index + 1}`}
          label={index === 0 ? "Discussion question" : `Discussion question ${index + 1}`}
          rows={2}
          hint={index === 0 ? "At least one that the class could argue about." : undefined}
          defaultValue={begin.questions[index]}
        />
      ))}
      {count < mostQuestions ? (
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
      <DraftRow
        submit="Submit pre-assignment"
        hasDraft={place.savedWords !== null}
        draft={draft}
        papers={papers}
      />
    </div>
  );
}
