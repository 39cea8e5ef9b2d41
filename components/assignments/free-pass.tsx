import { SubmitButton } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { PassStatus } from "@/policy/passes";
import { lowerName } from "@/policy/series";
import type { Series } from "@/policy/syllabus";
import { counted } from "@/policy/wording";

/** A student's free passes at one text: how many are left, and the button that takes one or takes it back. */
export function FreePass({
  series,
  status,
  done,
  course,
  place,
  take,
  takeBack,
}: {
  series: Series;
  status: PassStatus;
  /** What the button before this page did. */
  done: "taken" | "taken-back" | null;
  course: string;
  /** What its form says by itself: the assignment, and the page to come back to. */
  place: Record<string, string | number>;
  take: FormAction;
  takeBack: FormAction;
}) {
  const { each, left, isTakenHere, mayTake, mayTakeBack } = status;
  return (
    <>
      {done === "taken" && isTakenHere ? (
        <Notice
          kind="receipt"
          title={`You have taken a free pass for this ${lowerName(series)}.`}
        />
      ) : null}
      {done === "taken-back" && !isTakenHere ? (
        <Notice
          kind="receipt"
          title={`You have taken the free pass back: this ${lowerName(series)} is due again.`}
        />
      ) : null}
      <p>
        {left === 0
          ? `You have used ${each === 1 ? "your free pass" : `all ${each} free passes`}.`
          : `You have ${left} of ${counted(each, "free pass", "free passes")} left.`}
        {mayTake ? " With one, nothing is due here and the day does not count." : ""}
      </p>
      {mayTake ? (
        <Form action={take} course={course} label="Use a free pass" hidden={place}>
          <ButtonRow>
            <SubmitButton variant="secondary">Use a free pass</SubmitButton>
          </ButtonRow>
        </Form>
      ) : null}
      {mayTakeBack ? (
        <Form action={takeBack} course={course} label="Take back the free pass" hidden={place}>
          <ButtonRow>
            <SubmitButton variant="secondary">Take back the free pass</SubmitButton>
          </ButtonRow>
        </Form>
      ) : null}
    </>
  );
}
