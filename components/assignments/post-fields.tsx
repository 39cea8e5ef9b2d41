"use client";

import { useRef, useState } from "react";
import { FormTextArea, useFormAnswer } from "@/components/ui/action-form";
import type { DraftText } from "@/policy/drafts";
import { countSentences, sentenceHint } from "@/policy/sentences";
import { counted } from "@/policy/wording";
import { DraftRow } from "./draft-row";
import { useDraft, type DraftPlace } from "./use-draft";

/** The field of a post-assignment (R19), which counts its sentences and refuses no number of them. */
export function PostFields({
  asksFor,
  given,
  place,
}: {
  asksFor: string;
  given: DraftText;
  place: DraftPlace;
}) {
  const anchor = useRef<HTMLDivElement>(null);
  const { begin, round, words } = useDraft(place, given, anchor);
  return (
    <div ref={anchor}>
      <CountedText key={round} asksFor={asksFor} given={begin.text} />
      <DraftRow
        submit="Submit post-assignment"
        hasDraft={place.savedWords !== null}
        words={words}
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
