import { FormRadio, FormText, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { formatPoints, pointsInWords } from "@/policy/grades";
import type { Gradable, GradingItem } from "@/policy/grading";
import { CommentBank } from "./comment-bank";
import { OverruleButton, SeenVersion } from "./conflict";

// Below a long text the score stays at hand: the form clings to the foot of the window until its own place comes.
const formLook =
  "[--spacing-field:0.75rem] max-lg:sticky max-lg:bottom-0 max-lg:z-1 max-lg:flex max-lg:max-h-[60vh] max-lg:flex-wrap max-lg:items-baseline max-lg:justify-between max-lg:gap-x-4 max-lg:gap-y-1 max-lg:overflow-auto max-lg:border-t max-lg:border-ink max-lg:bg-paper max-lg:py-1.5 max-lg:[--spacing-field:0px] max-lg:[--spacing-notice:0px]";

/** The form that scores one item: a level of the scale or points, a comment, and on to the next. */
export function ScoreForm({
  item,
  gradable,
  comments,
  course,
  assignment,
  save,
  skip,
}: {
  item: GradingItem;
  gradable: Gradable;
  /** Comments that were used before. */
  comments: readonly string[];
  course: string;
  /** The assignment's address, as "pre-7". */
  assignment: string;
  save: FormAction;
  skip: FormAction;
}) {
  const { assignmentId, scale, full } = gradable;
  const { submitterId } = item;
  const shared = { course, hidden: { assignment, assignmentId, submitterId } };
  const version = item.saved?.version ?? 0;
  const score = item.saved?.score ?? null;
  return (
    // Each item has a form of its own; after a refusal without JavaScript it must be the same one.
    <div className="max-lg:contents" key={submitterId}>
      <Form
        {...shared}
        action={save}
        label={`Score ${item.name}`}
        id="score-form"
        className={formLook}
      >
        <SeenVersion version={String(version)} />
        {scale === null ? (
          <>
            <input type="hidden" name="unit" value="points" />
            <div className="max-lg:basis-full">
              <FormText
                name="score"
                label="Score"
                hint={`Points, from 0 to ${formatPoints(full)}.`}
                short
                size={7}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={score === null ? undefined : formatPoints(score)}
              />
            </div>
          </>
        ) : (
          <div className="max-lg:basis-full">
            <FormRadio
              name="score"
              label="Score"
              large
              defaultValue={score === null ? undefined : String(score)}
              options={scale.map(({ label, points }) => ({
                value: String(points),
                label,
                hint: label === formatPoints(points) ? undefined : pointsInWords(points),
              }))}
            />
          </div>
        )}
        <div className="max-lg:basis-full">
          <FormTextArea
            compact
            name="comment"
            label="Comment"
            rows={2}
            defaultValue={item.saved?.comment ?? ""}
          />
        </div>
        {comments.length === 0 ? null : (
          <div className="max-lg:has-[[open]]:basis-full">
            <Details summary={`Comments used before (${comments.length})`}>
              <CommentBank comments={comments} field="comment" />
            </Details>
          </div>
        )}
        <div className="mt-4 mb-1 flex flex-wrap gap-3 max-lg:mt-1">
          <SubmitButton>Save and next</SubmitButton>
          <OverruleButton />
        </div>
      </Form>
      <Form {...shared} action={skip} label={`Skip ${item.name}`} id="skip-form" className="-ms-2">
        <SubmitButton variant="quiet">Skip</SubmitButton>
      </Form>
    </div>
  );
}
