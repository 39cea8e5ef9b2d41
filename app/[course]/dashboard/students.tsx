import { GradeSoFar } from "@/components/dashboard/grade-so-far";
import { News, Receipts, type ReceiptLine } from "@/components/dashboard/ledger";
import { NextDuties, type DutyLine } from "@/components/dashboard/next-duties";
import { OwnSeats, type SeatLine, type SeatsToCome } from "@/components/dashboard/own-seat";
import { readOwnDashboard } from "@/db/dashboard";
import type { Meeting } from "@/db/meetings";
import { dueAt, relativeDueAt, slidesDueAt } from "@/policy/deadlines";
import { signUpState, signUpWindow } from "@/policy/discussions";
import { gradeSummaryOf, missedAssignments, type SummaryRow } from "@/policy/grade-summary";
import { lateCostSentence } from "@/policy/lateness";
import { nextDuties, type OpenDuty } from "@/policy/ledger";
import { assignmentIdAt, classNumbers, endsAt, inOrder, nextMeeting } from "@/policy/meetings";
import { pointsPath } from "@/policy/plots";
import type { SubmissionFacts } from "@/policy/score-facts";
import { lowerName } from "@/policy/series";
import type { PresentationRule, Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import type { Course, CourseRequest } from "../../viewer";
import { bonusWords, whenAndWhere } from "../schedule-view";

/** "What do I do next, and how do I stand?" */
export async function StudentsDashboard({ course, viewer, now, readerZone }: CourseRequest) {
  const { syllabus, timeZone: zone, slug } = course;
  const dashboard = await readOwnDashboard(viewer, { syllabus, zone }, now);
  const { course: graded, facts, drafts, teamMates, announcement } = dashboard;
  const { meetings } = graded;
  const { presentation } = syllabus;
  const grades = gradeSummaryOf(facts, graded, "released");
  const duties = nextDuties(grades.series, facts.submissions, { syllabus, zone, now });
  const path = pointsPath(grades.series, { meetings, syllabus, now });
  const next = nextMeeting(meetings, now, zone);
  const numbers = classNumbers(meetings);
  return (
    <>
      <h1>What comes next</h1>
      <NextDuties
        duties={[
          ...(presentation === null
            ? []
            : slidesLines(meetings, facts.presentsAt, course, presentation, numbers, now)),
          ...duties.slice(0, 3).map((duty) => {
            const id = assignmentIdAt(duty.meeting, duty.series.key);
            const isBegun = drafts.some(({ assignmentId }) => assignmentId === id);
            return dutyLine(duty, isBegun, course, numbers.get(duty.meeting.id));
          }),
        ]
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
          .slice(0, 3)}
        emptyTitle={emptyTitle(
          grades.series.flatMap(({ rows }) => rows),
          now,
        )}
        scheduleHref={`/${slug}/schedule`}
        zone={zone}
        now={now}
        readerZone={readerZone}
      />
      <div className="grid items-start gap-x-12 *:min-w-0 min-[56rem]:grid-cols-2 min-[56rem]:grid-rows-[auto_1fr]">
        {presentation === null ? null : (
          <OwnSeats
            seats={seatLines(meetings, facts.presentsAt, teamMates, course, presentation, now)}
            missing={
              facts.presentsAt.length < presentation.perStudent.least
                ? seatsToCome(meetings, course, now)
                : null
            }
            rule={presentation}
            boardHref={`/${slug}/discussions`}
            zone={zone}
            now={now}
            readerZone={readerZone}
          />
        )}
        <GradeSoFar
          parts={grades.parts}
          syllabus={syllabus}
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
          <Receipts
            receipts={receiptLines(facts.submissions, meetings, syllabus, slug)}
            zone={zone}
          />
        </div>
      </div>
    </>
  );
}

function dutyLine(
  { series, meeting, dueAt: due, window }: OpenDuty,
  isBegun: boolean,
  { slug, timeZone: zone }: Course,
  classNumber: number | undefined,
): DutyLine {
  const isExtended = due.getTime() > dueAt(meeting, series, zone).getTime();
  const isLate = window.state === "late";
  return {
    href: `/${slug}/meetings/${meeting.number}#${series.key}`,
    what: series.name,
    title: meeting.title,
    classLabel: `Class ${classNumber ?? meeting.number}, ${formatDate(meeting.date)}`,
    dueAt: isLate ? window.closesAt : due,
    tone: isLate ? "late" : isBegun ? "due" : "plain",
    state: isBegun ? "draft saved" : "not started",
    note: lateCostSentence(window) ?? (isExtended ? "extended for you" : null),
    action: isBegun ? "Go on writing" : `Write ${lowerName(series)}`,
  };
}

/** The slides of the discussions that the student leads, until they are due. */
function slidesLines(
  meetings: readonly Meeting[],
  presentsAt: readonly string[],
  { slug, timeZone: zone }: Course,
  { slidesDue, finalSlidesDue }: PresentationRule,
  numbers: ReadonlyMap<string, number>,
  now: Date,
): DutyLine[] {
  const own = meetings.filter(({ id, isCancelled }) => presentsAt.includes(id) && !isCancelled);
  const kinds = [
    { what: "Slides", rule: slidesDue },
    { what: "Slides as shown", rule: finalSlidesDue },
  ];
  return own.flatMap((meeting) =>
    kinds.flatMap(({ what, rule }): DutyLine[] => {
      const due = rule === null ? null : relativeDueAt(meeting, rule, zone);
      if (due === null || due.getTime() < now.getTime()) return [];
      return [
        {
          href: `/${slug}/discussions/${meeting.number}`,
          what,
          title: meeting.title,
          classLabel: `Class ${numbers.get(meeting.id) ?? meeting.number}, ${formatDate(meeting.date)}`,
          dueAt: due,
          tone: "plain",
          state: "you present",
          note: null,
          action: "Open your discussion",
        },
      ];
    }),
  );
}

function emptyTitle(rows: readonly SummaryRow[], now: Date): string {
  if (rows.length === 0) return "Nothing is scheduled yet.";
  const isOver = rows.every((row) => row.dueAt.getTime() < now.getTime());
  return isOver ? "The last assignment of the term is over." : "You have handed in everything.";
}

/** The seats that the student holds, by date. */
function seatLines(
  meetings: readonly Meeting[],
  presentsAt: readonly string[],
  teamMates: readonly { meetingId: string; name: string }[],
  course: Course,
  rule: PresentationRule,
  now: Date,
): SeatLine[] {
  const { slug, timeZone: zone } = course;
  return inOrder(meetings)
    .filter(({ id }) => presentsAt.includes(id))
    .map((meeting) => {
      const final =
        rule.finalSlidesDue === null ? null : relativeDueAt(meeting, rule.finalSlidesDue, zone);
      return {
        title: meeting.title,
        href: `/${slug}/discussions/${meeting.number}`,
        date: meeting.date,
        teamMates:
          meeting.seats === 1
            ? null
            : teamMates.filter(({ meetingId }) => meetingId === meeting.id).map(({ name }) => name),
        bonus: bonusWords(meeting, course),
        slidesDueAt: slidesDueAt(meeting, rule, zone),
        finalSlidesDueAt: final === null || final < now ? null : final,
        isOver: endsAt(meeting, zone).getTime() <= now.getTime(),
      };
    });
}

/** Where sign-up stands for a student who lacks a seat. */
function seatsToCome(meetings: readonly Meeting[], course: Course, now: Date): SeatsToCome {
  const { syllabus, timeZone: zone, signUpReopenedUntil } = course;
  const window = signUpWindow(syllabus, meetings, zone, signUpReopenedUntil);
  const state = signUpState(window, now);
  if (window === null || state === "assigned") return { state: "assigned" };
  return { state, at: state === "early" ? window.opensAt : window.closesAt };
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
  { series: all }: Pick<Syllabus, "series">,
  slug: string,
): ReceiptLine[] {
  const newestFirst = [...submissions].sort(
    (a, b) => b.submittedAt.getTime() - a.submittedAt.getTime() || b.version - a.version,
  );
  const texts = new Map(
    meetings.flatMap((meeting) =>
      all.map((series) => [assignmentIdAt(meeting, series.key), { meeting, series }] as const),
    ),
  );
  const lines = new Map<string, ReceiptLine>();
  for (const { assignmentId, version, submittedAt: at } of newestFirst) {
    const text = texts.get(assignmentId);
    if (text === undefined || lines.has(assignmentId)) continue;
    const { meeting, series } = text;
    lines.set(assignmentId, {
      href: `/${slug}/meetings/${meeting.number}#${series.key}`,
      what: series.name,
      title: meeting.title,
      version,
      at,
    });
    if (lines.size === 3) break;
  }
  return [...lines.values()];
}
