import { FormSelect, FormText, SubmitButton } from "@/components/ui/action-form";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

interface PlacingProps {
  action: FormAction;
  course: string;
  discussion: { meetingId: string; number: number };
}

function About({ discussion }: Pick<PlacingProps, "discussion">) {
  return (
    <>
      <input type="hidden" name="meetingId" value={discussion.meetingId} />
      <input type="hidden" name="number" value={discussion.number} />
    </>
  );
}

/** For staff: takes one presenter's seat away, with a reason. */
export function RemovePresenter({
  presenter,
  ...props
}: PlacingProps & { presenter: { enrolmentId: string; name: string } }) {
  const { enrolmentId, name } = presenter;
  return (
    <Details summary={`Remove ${name}`}>
      <Form action={props.action} course={props.course} label={`Remove ${name}`}>
        <About discussion={props.discussion} />
        <input type="hidden" name="enrolmentId" value={enrolmentId} />
        <FormText
          name="reason"
          id={`reason-${enrolmentId}`}
          label="Reason"
          hint="The seat is free at once, and the reason is kept with the change."
          required
        />
        <SubmitButton variant="danger">Remove {name}</SubmitButton>
      </Form>
    </Details>
  );
}

/** For staff: gives one of the students without a seat a place here: chosen with a reason, or by one press. */
export function PlacePresenter({
  students,
  ...props
}: PlacingProps & { students: readonly { enrolmentId: string; name: string; email: string }[] }) {
  return (
    <>
      <Form action={props.action} course={props.course} label="Place a student">
        <About discussion={props.discussion} />
        <FormSelect
          name="enrolmentId"
          label="Student"
          options={[
            { value: "", label: "Choose a student" },
            ...students.map(({ enrolmentId, name, email }) => ({
              value: enrolmentId,
              label: `${name}, ${email}`,
            })),
          ]}
        />
        <FormText name="reason" label="Reason" hint="Kept with the change." required />
        <SubmitButton variant="secondary">Place student</SubmitButton>
      </Form>
      <Details summary="Place by one press" open={students.length <= 12}>
        <p className="hint">The reason that is kept: “{reason}”.</p>
        <Form action={props.action} course={props.course} label="Place by one press">
          <About discussion={props.discussion} />
          <input type="hidden" name="reason" value={reason} />
          <ul className="place-list">
            {students.map(({ enrolmentId, name }) => (
              <li key={enrolmentId}>
                <SubmitButton variant="secondary" small name="enrolmentId" value={enrolmentId}>
                  Place {name}
                </SubmitButton>
              </li>
            ))}
          </ul>
        </Form>
      </Details>
    </>
  );
}

const reason = "Had no seat; placed from the list of students without one.";
