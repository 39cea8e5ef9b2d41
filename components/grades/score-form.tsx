import { FormRadio, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { formatPoints } from "@/policy/grades";
import type { GradingItem } from "@/policy/grading";
import type { AssignmentKind, AssignmentRule } from "@/policy/syllabus";
import { CommentBank } from "./comment-bank";
import { OverruleButton, SeenVersion } from "./conflict";

/** The form that scores one text: nothing or the full point, a comment, and on to the next. */
export function ScoreForm({
  item,
  meetingId,
  kind,
  rule,
  comments,
  course,
  assignment,
  save,
  skip,
}: {
  item: GradingItem;
  meetingId: string;
  kind: AssignmentKind;
  rule: AssignmentRule;
  /** Comments that were used before. */
  comments: readonly string[];
  course: string;
  assignment: string;
  save: FormAction;
  skip: FormAction;
}) {
  const shared = { course, hidden: { assignment, meetingId, kind, enrolmentId: item.enrolmentId } };
  const version = item.saved?.version ?? 0;
  return (
    // Each item has a form of its own; after a refusal without JavaScript it must be the same one.
    <div className="score" key={item.enrolmentId}>
      <Form {...shared} action={save} label={`Score ${item.name}`} id="score-form">
        <SeenVersion version={String(version)} />
        <FormRadio
          name="score"
          label="Score"
          inline
          defaultValue={item.saved?.score == null ? undefined : String(item.saved.score)}
          options={[0, rule.pointsEach].map((score) => ({
            value: String(score),
            label: formatPoints(score),
          }))}
        />
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
