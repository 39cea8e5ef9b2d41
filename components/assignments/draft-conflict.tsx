import type { ReactNode } from "react";
import { Button, ButtonRow } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { TextInput } from "@/policy/submissions";

/** What the portal holds of a text: the draft with its name, and how it is told. */
export interface HeldDraft {
  held: string;
  words: string;
  content: TextInput;
}

/**
 * Says that the draft was changed elsewhere, shows that draft, and lets the student keep the one or the other. Until
 * then what is in the form stays in this browser and replaces nothing.
 */
export function DraftConflict({
  other,
  paper,
  keepMine,
  keepOther,
}: {
  other: HeldDraft;
  /** The paper that it is about, where the form asks for one. */
  paper: ReactNode;
  keepMine: () => void;
  keepOther: () => void;
}) {
  const { answers, questions } = other.content;
  return (
    <Notice
      kind="error"
      title="This draft was changed elsewhere, so what is in this form is kept in this browser only."
    >
      <p>Keep what is in the form, or the other draft. The one that you do not keep is gone.</p>
      <Details summary="The other draft" open>
        <p className="max-w-text text-sm text-muted">{other.words}</p>
        {paper == null ? null : <p>Paper: {paper}</p>}
        {[...answers, ...questions]
          .filter((words) => words.trim() !== "")
          .map((words, index) => (
            <p key={index} className="whitespace-pre-wrap">
              {words}
            </p>
          ))}
      </Details>
      <ButtonRow>
        <Button type="button" variant="secondary" onClick={keepMine}>
          Keep mine
        </Button>
        <Button type="button" variant="secondary" onClick={keepOther}>
          Keep the other
        </Button>
      </ButtonRow>
    </Notice>
  );
}
