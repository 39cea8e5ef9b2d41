import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { GradeFacts } from "@/policy/score-facts";
import { scoreWords } from "./grade-words";

/** What was just saved, with the way to take it back. */
export function SavedNotice({
  name,
  submitterId,
  grade,
  assignment,
  course,
  takeBack,
}: {
  name: string;
  submitterId: string;
  grade: GradeFacts;
  /** The assignment's address, as "pre-7". */
  assignment: string;
  course: string;
  takeBack: FormAction;
}) {
  const { assignmentId, version } = grade;
  return (
    <Notice kind="receipt" isOneLine title={`Saved ${scoreWords(grade)} for ${name}.`}>
      <Form
        action={takeBack}
        course={course}
        label={`Undo the score of ${name}`}
        id="undo-form"
        hidden={{ assignment, submitterId, assignmentId, version }}
      >
        <SubmitButton variant="quiet" small>
          Undo
        </SubmitButton>
      </Form>
    </Notice>
  );
}
