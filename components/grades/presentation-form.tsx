import { FormRadio, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { GradeFacts } from "@/policy/score-facts";
import type { PresentationRule } from "@/policy/syllabus";
import { capital } from "@/policy/wording";
import { OverruleButton, SeenVersion } from "./conflict";

/** The rubric of a presentation, one level for each aspect; the whole team gets the same. */
export function PresentationForm({
  assignmentId,
  assignment,
  course,
  rubric,
  saved,
  basedOn,
  save,
}: {
  assignmentId: string;
  assignment: string;
  course: string;
  rubric: PresentationRule;
  /** The last version of the team's grade. */
  saved: GradeFacts | null;
  basedOn: string;
  save: FormAction;
}) {
  return (
    <Form
      action={save}
      course={course}
      label="Score the presentation"
      className="presentation-form"
      hidden={{ assignment, assignmentId }}
    >
      <SeenVersion version={basedOn} />
      {rubric.aspects.map((aspect, index) => (
        <FormRadio
          key={aspect.name}
          name={`aspect-${index + 1}`}
          label={capital(aspect.name)}
          defaultValue={saved?.aspects?.[index]?.toString()}
          options={aspect.levels.map((level) => ({
            value: String(level.points),
            label: String(level.points),
            hint: level.text,
          }))}
        />
      ))}
      <FormTextArea name="comment" label="Comment" rows={3} defaultValue={saved?.comment ?? ""} />
      <div className="button-row">
        <SubmitButton>Save scores</SubmitButton>
        <OverruleButton />
      </div>
    </Form>
  );
}
