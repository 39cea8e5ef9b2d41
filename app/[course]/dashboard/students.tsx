import { GradeSoFar } from "@/components/dashboard/grade-so-far";
import { News, Receipts, type ReceiptLine } from "@/components/dashboard/ledger";
import { NextDuties, type DutyLine } from "@/components/dashboard/next-duties";
import { OwnSeat, type SeatLine } from "@/components/dashboard/own-seat";
import { gradedWords } from "@/components/grades/grade-words";
import { readOwnDashboard } from "@/db/dashboard";
import type { Meeting } from "@/db/meetings";
import { dueAt, slidesDueAt } from "@/policy/deadlines";
import { signUpState, signUpWindow } from "@/policy/discussions";
import { lateCostSentence } from "@/policy/lateness";
import { nextDuties, type OpenDuty } from "@/policy/ledger";
import { classNumbers, endsAt, nextMeeting } from "@/policy/meetings";
import { pointsPath } from "@/policy/plots";
import type { SubmissionFacts } from "@/policy/score-facts";
import { gradeStandingOf, missedAssignments, type StandingRow } from "@/policy/standings";
import { formatDate } from "@/policy/time";
import type { Course, Standing } from "../../viewer";
import { bonusWords, whenAndWhere } from "../schedule-view";

/** "What do I do next, and how do I stand?" */
export async function StudentsDashboard({ course, viewer, now, readerZone }: Standing) {
  const { syllabus, timeZone: zone, slug } = course;
  const { meetings, facts, drafts, teamMates, announcement } = await readOwnDashboard(viewer, now);
  const grades = gradeStandingOf(facts, { meetings, syllabus, zone, now }, "released");
  const rows = { pre: grades.pre.rows, post: grades.post.rows };
  const all = [...rows.pre, ...rows.post];
  const duties = nextDuties(rows, facts.submissions, { syllabus, zone, now });
  const own = meetings.find(({ id }) => id === facts.presentsAt);
  const path = pointsPath(rows, { meetings, syllabus, now });
  const next = nextMeeting(meetings, now, zone);
  const numbers = classNumbers(meetings);
  return (
    <>
      <h1>What comes next</h1>
      <NextDuties
        duties={[
          ...slidesLines(own, course, own && numbers.get(own.id), now),
          ...duties.slice(0, 3).map((duty) => {
            const isBegun = drafts.some(
              (draft) =>
                draft.meetingId === duty.meeting.id && draft.assignment === duty.assignment,
            );
            return dutyLine(duty, isBegun, course, numbers.get(duty.meeting.id));
          }),
        ]
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
          .slice(0, 3)}
        emptyTitle={emptyTitle(all, now)}
        scheduleHref={`/${slug}/schedule`}
        zone={zone}
        now={now}
        readerZone={readerZone}
      />
      <div className="dashboard dashboard-own">
        <OwnSeat
          seat={seatLine(meetings, facts.presentsAt, teamMates, course, now)}
          boardHref={`/${slug}/discussions`}
          zone={zone}
          now={now}
          readerZone={readerZone}
        />
        <GradeSoFar
          parts={grades.parts}
          path={path.points.some((points) => points !== null) ? path : null}
          missed={missedAssignments(grades)}
          gradesHref={`/${slug}/grades`}
        />
        <div>
          <News
            meeting={next === undefined ? null : nextLine(next, course)}
            announcement={
              announcement === null
                ? null
                : { ...announcement, href: `/${slug}#announcement-${announcement.id}` }
            }
            zone={zone}
          />
          <Receipts receipts={receiptLines(facts.submissions, meetings, slug)} zone={zone} />
        </div>
      </div>
    </>
  );
}

function dutyLine(
  { assignment, meeting, dueAt: due, window }: OpenDuty,
  isBegun: boolean,
  { slug, syllabus, timeZone: zone }: Course,
  classNumber: number | undefined,
): DutyLine {
  const isExtended = due.getTime() > dueAt(meeting, assignment, syllabus, zone).getTime();
  const isLate = window.state === "late";
  return {
    href: `/${slug}/meetings/${meeting.number}#${assignment}`,
    what: gradedWords[assignment],
    title: meeting.title,
    classLabel: `Class ${classNumber ?? meeting.number}, ${formatDate(meeting.date)}`,
    dueAt: isLate ? window.closesAt : due,
    tone: isLate ? "late" : isBegun ? "due" : "plain",
    state: isBegun ? "draft saved" : "not started",
    note: lateCostSentence(window) ?? (isExtended ? "extended for you" : null),
    action: isBegun ? "Go on writing" : `Write ${assignment}-assignment`,
  };
}

/** The slides of the discussion that the student leads, until they are due. */
function slidesLines(
  meeting: Meeting | undefined,
  { slug, syllabus, timeZone: zone }: Course,
  classNumber: number | undefined,
  now: Date,
): DutyLine[] {
  if (meeting === undefined || meeting.isCancelled) return [];
  const due = slidesDueAt(meeting, syllabus, zone);
  if (due.getTime() < now.getTime()) return [];
  return [
    {
      href: `/${slug}/discussions/${meeting.number}`,
      what: "Slides",
      title: meeting.title,
      classLabel: `Class ${classNumber ?? meeting.number}, ${formatDate(meeting.date)}`,
      dueAt: due,
      tone: "plain",
      state: "you present",
      note: null,
      action: "Open your discussion",
    },
  ];
}

function emptyTitle(rows: readonly StandingRow[], now: Date): string {
  if (rows.length === 0) return "Nothing is scheduled yet.";
  const isOver = rows.every((row) => row.dueAt.getTime() < now.getTime());
  return isOver ? "The last assignment of the term is over." : "You have handed in everything.";
}

function seatLine(
  meetings: readonly Meeting[],
  presentsAt: string | null,
  teamMates: readonly string[],
  course: Course,
  now: Date,
): SeatLine {
  const { syllabus, timeZone: zone } = course;
  const meeting = meetings.find(({ id }) => id === presentsAt);
  if (meeting === undefined) {
    const window = signUpWindow(syllabus, meetings, zone, course.signUpReopenedUntil);
    const state = signUpState(window, now);
    return { state, at: state === "early" ? window.opensAt : window.closesAt };
  }
  return {
    state: "held",
    title: meeting.title,
    href: `/${course.slug}/discussions/${meeting.number}`,
    date: meeting.date,
    teamMates,
    bonus: bonusWords(meeting, course),
    slidesDueAt: slidesDueAt(meeting, syllabus, zone),
    isOver: endsAt(meeting, zone).getTime() <= now.getTime(),
  };
}

function nextLine(meeting: Meeting, course: Course) {
  return {
    href: `/${course.slug}/meetings/${meeting.number}`,
    title: meeting.title,
    when: `${formatDate(meeting.date)}, ${whenAndWhere(meeting, course)}.`,
  };
}

/** The last hand-ins, each text once with its last version. */
function receiptLines(
  submissions: readonly SubmissionFacts[],
  meetings: readonly Meeting[],
  slug: string,
): ReceiptLine[] {
  const newestFirst = [...submissions].sort(
    (a, b) => b.submittedAt.getTime() - a.submittedAt.getTime() || b.version - a.version,
  );
  const byText = new Map<string, ReceiptLine>();
  for (const { meetingId, assignment, version, submittedAt: at } of newestFirst) {
    const meeting = meetings.find(({ id }) => id === meetingId);
    if (meeting === undefined) continue;
    const href = `/${slug}/meetings/${meeting.number}#${assignment}`;
    if (byText.has(href)) continue;
    byText.set(href, { href, what: gradedWords[assignment], title: meeting.title, version, at });
    if (byText.size === 3) break;
  }
  return [...byText.values()];
}
