import { SubmitButton } from "@/components/ui/action-form";

/** The last row of a form with drafts: hand in, keep for later, or throw away; and what is kept. */
export function DraftRow({
  submit,
  hasDraft,
  words,
}: {
  /** "Submit pre-assignment" */
  submit: string;
  /** Whether the page began with a draft, so that it can be thrown away. */
  hasDraft: boolean;
  words: string;
}) {
  return (
    <>
      <p className="draft-words" aria-live="polite">
        {words}
      </p>
      <div className="button-row">
        <SubmitButton name="intent" value="submit">
          {submit}
        </SubmitButton>
        <SubmitButton name="intent" value="save" variant="secondary">
          Save draft
        </SubmitButton>
        {hasDraft ? (
          <SubmitButton name="intent" value="discard" variant="quiet">
            Discard draft
          </SubmitButton>
        ) : null}
      </div>
    </>
  );
}
