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
import type { ExceptionFacts } from "@/policy/score-facts";
import type { AssignmentKind } from "@/policy/syllabus";
import { FormDetails } from "@/components/ui/form-details";

const kinds = [
  { value: "waived", label: "Waive it", hint: "It does not count, and uses up no drop." },
  { value: "excused", label: "Excuse an absence", hint: "Counts as a waiver." },
  { value: "extended", label: "Extend the deadline", hint: "Needs the day and time below." },
];

interface Shared {
  enrolmentId: string;
  course: string;
  /** Where the page is, below the course's address: "roster/…" or "grading/pre-7?item=…". */
  back: string;
}

/** One thing that can be excepted: an assignment of a meeting, with the words of a list. */
export interface ExceptionTarget {
  meetingId: string;
  assignment: AssignmentKind;
  label: string;
}

/** Waives, excuses or extends one student's assignment, one of several or the only one given. */
export function ExceptionForm({
  name,
  targets,
  zone,
  grant,
  enrolmentId,
  course,
  back,
}: Shared & {
  name: string;
  targets: readonly ExceptionTarget[];
  zone: string;
  grant: FormAction;
}) {
  const [only] = targets;
  const valueOf = (target: ExceptionTarget) => `${target.assignment} ${target.meetingId}`;
  const isOnlyOne = targets.length === 1 && only !== undefined;
  return (
    <Form
      action={grant}
      course={course}
      label={`Exception for ${name}`}
      hidden={{ enrolmentId, back, ...(isOnlyOne ? { target: valueOf(only) } : {}) }}
    >
      <FormDetails summary={`Waive, excuse or extend for ${name}`}>
        {isOnlyOne ? null : (
          <FormSelect
            name="target"
            label="Assignment"
            options={targets.map((target) => ({ value: valueOf(target), label: target.label }))}
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
export function HeldException({
  exception,
  zone,
  withdraw,
  enrolmentId,
  course,
  back,
}: Shared & { exception: ExceptionFacts; zone: string; withdraw: FormAction }) {
  return (
    <div className="held-exception">
      <p>
        {exception.extendedTo === null ? (
          exception.kind === "excused" ? (
            "Excused: it does not count."
          ) : (
            "Waived: it does not count."
          )
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
        hidden={{ exceptionId: exception.id, enrolmentId, back }}
      >
        <SubmitButton variant="secondary" small>
          Withdraw exception
        </SubmitButton>
      </Form>
    </div>
  );
}
