import {
  FormRadio,
  FormSelect,
  FormText,
  FormTextArea,
  SubmitButton,
} from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Time } from "@/components/ui/time";
import type { ExceptionFacts } from "@/policy/assignments";
import { FormDetails } from "@/components/ui/form-details";

const kinds = [
  { value: "waived", label: "Waive it", hint: "It does not count, and uses up no drop." },
  { value: "excused", label: "Excuse an absence", hint: "Counts as a waiver." },
  { value: "extended", label: "Extend the deadline", hint: "Needs the day and time below." },
];

const exemptWords: Partial<Record<ExceptionFacts["kind"], string>> = {
  waived: "Waived: it does not count.",
  excused: "Excused: it does not count.",
  pass: "A free pass, taken by the student: it does not count.",
};

interface Shared {
  submitterId: string;
  course: string;
  /** Where the page is, below the course's address: "roster/…" or "grading/pre-7?item=…". */
  back: string;
}

/** One thing that can be excepted: an assignment, with the words of a list. */
export interface ExceptionTarget {
  assignmentId: string;
  label: string;
}

/** Waives, excuses or extends one student's assignment, one of several or the only one given. */
export function ExceptionForm({
  name,
  targets,
  zone,
  grant,
  submitterId,
  course,
  back,
}: Shared & {
  name: string;
  targets: readonly ExceptionTarget[];
  zone: string;
  grant: FormAction;
}) {
  const [only] = targets;
  const isOnlyOne = targets.length === 1 && only !== undefined;
  return (
    <Form
      action={grant}
      course={course}
      label={`Exception for ${name}`}
      hidden={{ submitterId, back, ...(isOnlyOne ? { assignmentId: only.assignmentId } : {}) }}
    >
      <FormDetails summary={`Waive, excuse or extend for ${name}`}>
        {isOnlyOne ? null : (
          <FormSelect
            name="assignmentId"
            label="Assignment"
            options={targets.map(({ assignmentId, label }) => ({ value: assignmentId, label }))}
          />
        )}
        <FormRadio name="exception" label="What is granted" options={kinds} />
        <FormText name="extendedTo" label="New deadline: day" type="date" short />
        <FormText
          name="extendedTime"
          label="New deadline: time"
          type="time"
          defaultValue="23:59"
          hint={`In ${zone}; until the end of that minute.`}
          short
        />
        <FormTextArea
          name="reason"
          label="Reason"
          rows={2}
          hint="Kept with the exception and read by the staff only."
        />
        <SubmitButton variant="secondary">Grant exception</SubmitButton>
      </FormDetails>
    </Form>
  );
}

/** An exception that holds, with the way to withdraw it. */
export function ActiveException({
  exception,
  zone,
  withdraw,
  submitterId,
  course,
  back,
}: Shared & { exception: ExceptionFacts; zone: string; withdraw: FormAction }) {
  return (
    <div className="my-3 border-s-4 border-waived ps-3.5">
      <p>
        {exception.extendedTo === null ? (
          exemptWords[exception.kind]
        ) : (
          <>
            Extended to <Time at={exception.extendedTo} zone={zone} />.
          </>
        )}{" "}
        {exception.reason === null ? null : <q>{exception.reason}</q>}
      </p>
      <Form
        action={withdraw}
        course={course}
        label="Withdraw the exception"
        className="mt-1.5"
        hidden={{ exceptionId: exception.id, submitterId, back }}
      >
        <SubmitButton variant="secondary" small>
          Withdraw exception
        </SubmitButton>
      </Form>
    </div>
  );
}
