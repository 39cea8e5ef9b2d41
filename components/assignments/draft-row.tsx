import { SubmitButton } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
import type { Option } from "@/components/ui/choice";
import { DraftConflict } from "./draft-conflict";
import type { Draft } from "./use-draft";

/** The last row of a form with drafts: hand in, keep for later, or throw away; and what is kept. */
export function DraftRow({
  submit,
  hasDraft,
  draft,
  papers = [],
}: {
  /** "Submit pre-assignment" */
  submit: string;
  /** Whether the page began with a draft, so that it can be thrown away. */
  hasDraft: boolean;
  draft: Draft;
  /** The papers that the form offers. */
  papers?: readonly Option[];
}) {
  const { words, held, shown, conflict, keepMine, keepOther } = draft;
  return (
    <>
      <input type="hidden" name="held" value={held} readOnly />
      {shown === null ? null : <input type="hidden" name="shown" value={shown} readOnly />}
      {conflict === null ? null : (
        <DraftConflict
          other={conflict}
          paper={papers.find(({ value }) => value === conflict.content.readingId)?.label}
          {...{ keepMine, keepOther }}
        />
      )}
      <p className="mt-3 min-h-[1.45em] text-sm text-muted" aria-live="polite">
        {conflict === null ? words : null}
      </p>
      <ButtonRow>
        <SubmitButton name="intent" value="submit">
          {submit}
        </SubmitButton>
        <SubmitButton name="intent" value="save" variant="secondary">
          Save draft
        </SubmitButton>
        {hasDraft && conflict === null ? (
          <SubmitButton name="intent" value="discard" variant="quiet">
            Discard draft
          </SubmitButton>
        ) : null}
      </ButtonRow>
    </>
  );
}
