import type { MeetingFormWords } from "@/components/meetings/meeting-fields";
import { kindWords } from "@/components/meetings/meeting-words";
import { relativeDueAt } from "@/policy/deadlines";
import { meetingKinds } from "@/policy/syllabus";
import { formatInstant } from "@/policy/time";
import type { Course } from "../../viewer";

/** What the form for a meeting says about the course; `date` is the meeting's day, where it has one already. */
export function formWords(
  course: Course,
  themes: readonly { id: string; name: string; part: string | null }[],
  date: string | null,
): MeetingFormWords {
  const { syllabus, timeZone: zone } = course;
  return {
    kinds: meetingKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
    themes: [
      { value: "", label: "None" },
      ...themes.map((theme) => ({
        value: theme.id,
        label: theme.part === null ? theme.name : `${theme.part}: ${theme.name}`,
      })),
    ],
    zone: `Hours:minutes, ${zone}`,
    usualSeats: syllabus.presentation?.seats ?? null,
    courseRoom: course.room,
    series: syllabus.series.map(({ key, name, due }) => ({
      key,
      name,
      usualDue: date === null ? null : formatInstant(relativeDueAt({ date }, due, zone), zone),
    })),
  };
}
