"use client";

import { useRef, useState } from "react";
import { FormSelect, FormTextArea, useFormAnswer } from "@/components/ui/action-form";
import type { ManyOptions } from "@/components/ui/choice";
import type { DraftText } from "@/policy/draft-text";
import { countSentences, sentenceHint } from "@/policy/sentences";
import { counted } from "@/policy/wording";
import { DraftRow } from "./draft-row";
import { useDraft, type DraftPlace } from "./use-draft";

/** The fields of a post-assignment (R19): its sentences, counted and refused in no number, and what they are about. */
export function PostFields({
  asksFor,
  subjects,
  given,
  place,
}: {
  asksFor: string;
  /** The questions and papers that it may be about, and none of them; without any, nothing is asked. */
  subjects: ManyOptions | null;
  given: DraftText;
  place: DraftPlace;
}) {
  const anchor = useRef<HTMLDivElement>(null);
  const draft = useDraft(place, given, anchor);
  const { begin, round } = draft;
  return (
    <div ref={anchor}>
      <div key={round}>
        <CountedText asksFor={asksFor} given={begin.text} />
        {subjects === null ? null : (
          <FormSelect
            name="about"
            label="About (optional)"
            hint="The question or the paper that your sentences are about."
            options={subjects}
            defaultValue={begin.about ?? ""}
          />
        )}
      </div>
      <DraftRow
        submit="Submit post-assignment"
        hasDraft={place.savedWords !== null}
        draft={draft}
      />
    </div>
  );
}

function CountedText({ asksFor, given }: { asksFor: string; given: string }) {
  const { values } = useFormAnswer();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? values?.["text"]?.[0] ?? given;
  const count = countSentences(text);
  return (
    <FormTextArea
      name="text"
      label="What did you find interesting?"
      rows={4}
      hint={
        <>
          {asksFor}{" "}
          <span className="sentence-count">
            {count === 0 ? null : (sentenceHint(text) ?? `${counted(count, "sentence")} so far.`)}
          </span>
        </>
      }
      defaultValue={given}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
      }}
    />
  );
}
