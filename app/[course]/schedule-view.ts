import type { ScheduleMeeting } from "@/components/meetings/schedule";
import type { PaperLine } from "@/components/readings/papers";
import { listPresenters } from "@/db/discussions";
import { listMeetings, type Meeting } from "@/db/meetings";
import { listReadings, type ReadingEntry } from "@/db/readings";
import { may, type Viewer } from "@/policy/access";
import { formatPoints } from "@/policy/grades";
import { classNumbers, endsAt, nextMeeting } from "@/policy/meetings";
import { formatDate, formatTimes } from "@/policy/time";
import type { Course, CourseRequest } from "../viewer";

/** The whole schedule as the viewer may see it, in the words of the page. */
export async function readSchedule({ course, viewer, now }: CourseRequest) {
  const [meetings, readings, presenters] = await Promise.all([
    listMeetings(viewer),
    listReadings(viewer),
    presentersFor(viewer),
  ]);
  const numbers = classNumbers(meetings);
  const next = nextMeeting(meetings, now, course.timeZone);
  return meetings.map((meeting): ScheduleMeeting => {
    const isNext = meeting.id === next?.id;
    return {
      number: meeting.number,
      href: `/${course.slug}/meetings/${meeting.number}`,
      date: meeting.date,
      dateLabel: formatDate(meeting.date),
      classNumber: meeting.kind === "no-class" ? null : (numbers.get(meeting.id) ?? null),
      kind: meeting.kind,
      theme: meeting.theme ?? "",
      part: meeting.part,
      title: meeting.title,
      lecturers: meeting.lecturers,
      guest: guestOf(meeting),
      readings: readings
        .filter((entry) => entry.meetingId === meeting.id)
        .map((entry) => paperLine(course, entry)),
      bonus: bonusWords(meeting, course),
      isCancelled: meeting.isCancelled,
      isPast: endsAt(meeting, course.timeZone) <= now,
      isNext,
      presenters:
        presenters?.filter((seat) => seat.meetingId === meeting.id).map((seat) => seat.name) ??
        null,
      note: isNext ? `${whenAndWhere(meeting, course)}.` : null,
    };
  });
}

/** The seats of the course for whoever may know them, null for visitors. */
export async function presentersFor(viewer: Viewer) {
  return may(viewer, "see the class") ? listPresenters(viewer) : null;
}

/** "15:30–16:50 in WEH 4625" */
export function whenAndWhere(meeting: Pick<Meeting, "starts" | "ends" | "room">, course: Course) {
  return `${formatTimes(meeting.starts, meeting.ends)} in ${meeting.room ?? course.room}`;
}

/** "+2 of 20", or null without a bonus. */
export function bonusWords(meeting: Pick<Meeting, "bonus">, course: Course): string | null {
  const { presentation } = course.syllabus;
  if (meeting.bonus === 0 || presentation === null) return null;
  return `+${formatPoints(meeting.bonus)} of ${formatPoints(presentation.outOf)}`;
}

/** The speaker of a guest meeting; one that is not named yet is to be announced (R3). */
export function guestOf(meeting: Pick<Meeting, "guest" | "kind">) {
  if (meeting.guest !== null || meeting.kind !== "guest") return meeting.guest;
  return { name: "Speaker to be announced", page: null };
}

/** An entry of a reading list as a line of a page. */
export function paperLine(
  course: Course,
  { list, title, slug, url, year }: ReadingEntry,
): PaperLine {
  return { list, title, href: `/${course.slug}/readings/${slug}`, url, year };
}
