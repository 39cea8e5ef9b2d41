"use server";

import { z } from "zod";
import { placePresenter, removePresenter } from "@/db/discussions-placing";
import { changeUnits, dropStudent, restoreStudent } from "@/db/roster-changes";
import { formAction, reason } from "../../../form";

const student = z.object({ enrolmentId: z.uuid() });

const placing = student.extend({
  meetingId: z.uuid("Choose a discussion."),
  reason,
});

const backTo =
  (done: string) =>
  (slug: string, { enrolmentId }: z.output<typeof student>) =>
    `/${slug}/roster/${enrolmentId}?done=${done}`;

/** Gives the student a seat in the discussion chosen. */
export const placeStudentAction = formAction(placing, placePresenter, backTo("placed"));

/** Takes the student's seat away. */
export const removeSeatAction = formAction(placing, removePresenter, backTo("removed"));

/** Switches the student to another number of units. */
export const changeUnitsAction = formAction(
  student.extend({ units: z.coerce.number<string>("Choose the units.").int() }),
  changeUnits,
  backTo("units"),
);

/** Ends the student's part in the course. */
export const dropStudentAction = formAction(student, dropStudent, backTo("dropped"));

/** Takes the student back. */
export const restoreStudentAction = formAction(student, restoreStudent, backTo("restored"));
