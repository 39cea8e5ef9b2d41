import { meetings, syllabus, zone } from "./test-course";
import type { MeetingValues } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import type { Edit, ScheduleFacts } from "./schedule-edit";
import { presentationKey } from "./syllabus";

/** Two students. */
export const ada = { enrolmentId: "ada", name: "Ada Array" };
export const ben = { enrolmentId: "ben", name: "Ben Branch" };

/** What hangs on a meeting: nothing, or what a test wants. */
export function facts(more: Partial<ScheduleFacts> = {}): ScheduleFacts {
  return {
    meetings,
    syllabus,
    zone,
    meetsDays: ["Tue", "Thu"],
    signUpReopenedUntil: null,
    students: [ada, ben],
    seats: [],
    extensions: [],
    waivers: [],
    drafts: [],
    submissions: [],
    grades: [],
    papers: [],
    writers: [],
    freed: [],
    ...more,
  };
}

/** A meeting in full, with one paper. */
export function valuesOf(meeting: MeetingFacts): MeetingValues {
  const { id: _id, number: _number, hasMainReading: _hasMainReading, ...rest } = meeting;
  return {
    ...rest,
    assignments: Object.fromEntries(
      meeting.assignments
        .filter(({ work }) => work !== presentationKey)
        .map(({ work, isWaived, dueAt }) => [
          work,
          { isWaived, dueAt: dueAt?.toISOString() ?? null },
        ]),
    ),
    themeId: null,
    room: null,
    lecturers: [],
    guest: null,
    notes: "",
    seatsReason: null,
    readings: [
      { list: "main", id: "p1", title: "A paper", url: "https://arxiv.org/abs/2107.03374" },
    ],
    materials: [],
  };
}

/** The edit of the meeting with that number. */
export function edit(number: number, change: Partial<MeetingValues>): Edit {
  const meeting = meetings.find((one) => one.number === number);
  if (meeting === undefined) throw new Error(`There is no meeting ${number}.`);
  const before = valuesOf(meeting);
  return { id: meeting.id, number, before, after: { ...before, ...change } };
}
