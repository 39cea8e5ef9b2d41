import type { ReactNode } from "react";
import { FormRadio, SubmitButton } from "@/components/ui/action-form";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

interface StudentFormProps {
  action: FormAction;
  course: string;
  student: { enrolmentId: string; name: string };
}

function StudentForm({
  student: { enrolmentId },
  ...form
}: StudentFormProps & { label: string; children: ReactNode }) {
  return <Form {...form} hidden={{ enrolmentId }} />;
}

/** For staff: switches a student between the versions of the course (R5). */
export function ChangeUnits({
  units,
  options,
  ...form
}: StudentFormProps & { units: number; options: readonly number[] }) {
  return (
    <StudentForm {...form} label="Change units">
      <FormRadio
        name="units"
        label="Units"
        hint="Duties, grade and pages follow at once."
        inline
        defaultValue={String(units)}
        options={options.map((option) => ({ value: String(option), label: String(option) }))}
      />
      <SubmitButton variant="secondary">Change units</SubmitButton>
    </StudentForm>
  );
}

/** For staff: ends a student's part in the course; says first what that means. */
export function DropStudent(form: StudentFormProps) {
  return (
    <Details summary="Drop from the course">
      <p>
        {form.student.name} is out at the next click. A seat in a discussion still to come is free
        for others. All work stays, and you can restore {form.student.name} at any time.
      </p>
      <StudentForm {...form} label="Drop from the course">
        <SubmitButton variant="danger">Drop {form.student.name}</SubmitButton>
      </StudentForm>
    </Details>
  );
}

/** For staff: takes back a student who dropped the course, with everything. */
export function RestoreStudent(form: StudentFormProps) {
  return (
    <StudentForm {...form} label="Restore to the course">
      <p>
        All work is still here. A seat that was freed comes back where its discussion has one left.
      </p>
      <SubmitButton variant="secondary">Restore {form.student.name}</SubmitButton>
    </StudentForm>
  );
}
