import { FormRadio, FormText, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { formatPoints, pointsInWords } from "@/policy/grades";
import type { Gradable, GradingItem } from "@/policy/grading";
import { CommentBank } from "./comment-bank";
import { OverruleButton, SeenVersion } from "./conflict";

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
    <div className="score" key={submitterId}>
      <Form {...shared} action={save} label={`Score ${item.name}`} id="score-form">
        <SeenVersion version={String(version)} />
        {scale === null ? (
          <>
            <input type="hidden" name="unit" value="points" />
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
          </>
        ) : (
          <FormRadio
            name="score"
            label="Score"
            inline
            defaultValue={score === null ? undefined : String(score)}
            options={scale.map(({ label, points }) => ({
              value: String(points),
              label,
              hint: label === formatPoints(points) ? undefined : pointsInWords(points),
            }))}
          />
        )}
        <FormTextArea
          name="comment"
          label="Comment"
          rows={2}
          defaultValue={item.saved?.comment ?? ""}
        />
        {comments.length === 0 ? null : (
          <Details summary={`Comments used before (${comments.length})`}>
            <CommentBank comments={comments} field="comment" />
          </Details>
        )}
        <div className="button-row">
          <SubmitButton>Save and next</SubmitButton>
          <OverruleButton />
        </div>
      </Form>
      <Form {...shared} action={skip} label={`Skip ${item.name}`} id="skip-form">
        <SubmitButton variant="quiet">Skip</SubmitButton>
      </Form>
    </div>
  );
}
