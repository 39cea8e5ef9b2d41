import type { MeetingFormWords } from "@/components/meetings/meeting-fields";
import { kindWords } from "@/components/meetings/meeting-words";
import { dueAt } from "@/policy/deadlines";
import { meetingKinds, type AssignmentKind } from "@/policy/syllabus";
import { formatInstant } from "@/policy/time";
import type { Course } from "../../viewer";

/** What the form for a meeting says about the course; `date` is the meeting's day, where it has one already. */
export function formWords(
  course: Course,
  themes: readonly { id: string; name: string; part: string | null }[],
  date: string | null,
): MeetingFormWords {
  const due = (assignment: AssignmentKind) =>
    date === null
      ? null
      : formatInstant(
          dueAt(
            { date, preDueAt: null, postDueAt: null },
            assignment,
            course.syllabus,
            course.timeZone,
          ),
          course.timeZone,
        );
  return {
    kinds: meetingKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
    themes: [
      { value: "", label: "None" },
      ...themes.map((theme) => ({
        value: theme.id,
        label: theme.part === null ? theme.name : `${theme.part}: ${theme.name}`,
      })),
    ],
    zone: `Hours:minutes, ${course.timeZone}`,
    usualSeats: course.syllabus.presentation.seats,
    courseRoom: course.room,
    preDue: due("pre"),
    postDue: due("post"),
  };
}
