import { FormRadio, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
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
      hidden={{ assignment, assignmentId }}
    >
      <SeenVersion version={basedOn} />
      {rubric.aspects.map((aspect, index) => (
        <FormRadio
          key={aspect.name}
          name={`aspect-${index + 1}`}
          label={<span className="font-serif text-lg/[1.35]">{capital(aspect.name)}</span>}
          defaultValue={saved?.aspects?.[index]?.toString()}
          options={aspect.levels.map((level) => ({
            value: String(level.points),
            label: String(level.points),
            hint: level.text,
          }))}
        />
      ))}
      <FormTextArea name="comment" label="Comment" rows={3} defaultValue={saved?.comment ?? ""} />
      <ButtonRow>
        <SubmitButton>Save scores</SubmitButton>
        <OverruleButton />
      </ButtonRow>
    </Form>
  );
}
