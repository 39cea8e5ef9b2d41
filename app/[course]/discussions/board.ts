import type { SeatCardDiscussion } from "@/components/discussions/seat-card";
import { listPresenters, type Presenter } from "@/db/discussions";
import { listMeetings, type Meeting } from "@/db/meetings";
import { listReadings, type ReadingEntry } from "@/db/readings";
import { signUpWindow } from "@/policy/discussions";
import { startsAt } from "@/policy/meetings";
import { formatDate } from "@/policy/time";
import type { Course, CourseRequest } from "../../viewer";
import { bonusWords, paperLine, whenAndWhere } from "../schedule-view";

/** A discussion of the board, and what decides where it stands there. */
export interface BoardEntry {
  meetingId: string;
  card: SeatCardDiscussion;
  isOwn: boolean;
  hasBegun: boolean;
  isFull: boolean;
}

/** All discussions by date with their seats, and the sign-up window, as the enrolled viewer sees them. */
export async function readBoardPage({ course, viewer, now }: CourseRequest) {
  const [meetings, readings, presenters] = await Promise.all([
    listMeetings(viewer),
    listReadings(viewer),
    listPresenters(viewer),
  ]);
  const { syllabus, timeZone: zone, signUpReopenedUntil } = course;
  const entries = meetings
    .filter((meeting) => meeting.kind === "discussion")
    .map((meeting): BoardEntry => {
      const seats = presenters.filter((seat) => seat.meetingId === meeting.id);
      return {
        meetingId: meeting.id,
        card: cardOf(course, meeting, readings, seats),
        isOwn: seats.some((seat) => seat.enrolmentId === viewer.enrolmentId),
        hasBegun: startsAt(meeting, zone) <= now,
        isFull: seats.length >= meeting.seats,
      };
    });
  return { entries, window: signUpWindow(syllabus, meetings, zone, signUpReopenedUntil) };
}

/** A discussion in the words of its card. */
function cardOf(
  course: Course,
  meeting: Meeting,
  readings: readonly ReadingEntry[],
  presenters: readonly Presenter[],
): SeatCardDiscussion {
  return {
    number: meeting.number,
    href: `/${course.slug}/discussions/${meeting.number}`,
    date: meeting.date,
    dateLabel: formatDate(meeting.date),
    whenAndWhere: whenAndWhere(meeting, course),
    theme: meeting.theme,
    title: meeting.title,
    papers: readings
      .filter((entry) => entry.meetingId === meeting.id)
      .map((entry) => paperLine(course, entry)),
    seats: meeting.seats,
    presenters: presenters.map((seat) => seat.name),
    bonus: bonusWords(meeting, course),
    isCancelled: meeting.isCancelled,
  };
}
