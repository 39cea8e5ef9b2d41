import { GradeSoFar, type PartLine } from "@/components/dashboard/grade-so-far";
import { News, Receipts } from "@/components/dashboard/ledger";
import { NextDuties, type DutyLine } from "@/components/dashboard/next-duties";
import { OwnSeat, type SeatLine } from "@/components/dashboard/own-seat";
import { gradedWords } from "@/components/grades/grade-words";
import { totalWords } from "@/components/grades/standing-words";
import type { OwnWork } from "@/db/assignments";
import { readOwnDashboard } from "@/db/dashboard";
import type { Meeting } from "@/db/meetings";
import { dueAt, slidesDueAt } from "@/policy/deadlines";
import { signUpState, signUpWindow } from "@/policy/discussions";
import { formatPoints } from "@/policy/grades";
import { creditsUsed, lateCostSentence } from "@/policy/lateness";
import { nextDuties, type OpenDuty } from "@/policy/ledger";
import { classNumbers, endsAt, nextMeeting } from "@/policy/meetings";
import { pointsPath } from "@/policy/plots";
import { gradeStandingOf, type SeriesStanding, type GradeStanding } from "@/policy/standings";
import { formatDate } from "@/policy/time";
import type { Course, Standing } from "../../viewer";
import { bonusWords, whenAndWhere } from "../schedule-view";

/** "What do I do next, and how do I stand?" */
export async function StudentsDashboard({ course, viewer, now }: Standing) {
  const { syllabus, timeZone: zone, slug } = course;
  const own = await readOwnDashboard(viewer, course, now);
  const { meetings, work, announcement } = own;
  const grades = gradeStandingOf(own.facts, { meetings, syllabus, zone, now }, "released");
  const duties = nextDuties(work, {
    meetings,
    syllabus,
    zone,
    now,
    creditsUsed: creditsOf(work, course),
  });
  const rows = { pre: grades.pre.rows, post: grades.post.rows };
  const path = pointsPath(rows, { meetings, syllabus, now });
  const next = nextMeeting(meetings, now, zone);
  const numbers = classNumbers(meetings);
  return (
    <>
      <h1>What comes next</h1>
      <NextDuties
        duties={duties
          .slice(0, 3)
          .map((duty) => dutyLine(duty, course, numbers.get(duty.meeting.id)))}
        emptyTitle={emptyTitle(work, now)}
        scheduleHref={`/${slug}/schedule`}
        zone={zone}
        now={now}
      />
      <div className="dashboard dashboard-own">
        <OwnSeat
          seat={seatLine(own, course, viewer.enrolmentId, now)}
          boardHref={`/${slug}/discussions`}
          zone={zone}
          now={now}
        />
        <GradeSoFar
          parts={partLines(grades, course)}
          path={path.points.some((points) => points !== null) ? path : null}
          missed={[...rows.pre, ...rows.post].filter((row) => row.state === "missing").length}
          gradesHref={`/${slug}/grades`}
        />
        <div>
          <News
            meeting={next === undefined ? null : nextLine(next, course)}
            announcement={
              announcement === undefined
                ? null
                : { ...announcement, href: `/${slug}#announcement-${announcement.id}` }
            }
            zone={zone}
          />
          <Receipts receipts={receiptLines(work, meetings, slug)} zone={zone} />
        </div>
      </div>
    </>
  );
}

function creditsOf(work: readonly OwnWork[], { syllabus }: Course): number {
  if (syllabus.lateCredits === null) return 0;
  const versions = work.flatMap((duty) =>
    duty.handedIn === null ? [] : [{ ...duty.handedIn, dueAt: duty.dueAt }],
  );
  return creditsUsed(versions, syllabus.lateCredits);
}

function dutyLine(
  { duty, meeting, window }: OpenDuty<OwnWork>,
  { slug, syllabus, timeZone: zone }: Course,
  classNumber: number | undefined,
): DutyLine {
  const { assignment } = duty;
  const isExtended = duty.dueAt.getTime() > dueAt(meeting, assignment, syllabus, zone).getTime();
  const isLate = window.state === "late";
  return {
    href: `/${slug}/meetings/${meeting.number}#${assignment}`,
    what: gradedWords[assignment],
    title: meeting.title,
    classLabel: `Class ${classNumber ?? meeting.number}, ${formatDate(meeting.date)}`,
    dueAt: isLate ? window.closesAt : duty.dueAt,
    tone: isLate ? "late" : duty.draft === null ? "plain" : "due",
    state: duty.draft === null ? "not started" : "draft saved",
    note: lateCostSentence(window) ?? (isExtended ? "extended for you" : null),
    action: duty.draft === null ? `Write ${assignment}-assignment` : "Go on writing",
  };
}

function emptyTitle(work: readonly OwnWork[], now: Date): string {
  if (work.length === 0) return "Nothing is scheduled yet.";
  const isOver = work.every((duty) => duty.dueAt.getTime() < now.getTime());
  return isOver ? "The last assignment of the term is over." : "You have handed in everything.";
}

function seatLine(
  {
    meetings,
    facts,
    presenters,
  }: Pick<Awaited<ReturnType<typeof readOwnDashboard>>, "meetings" | "facts" | "presenters">,
  course: Course,
  enrolmentId: string | null,
  now: Date,
): SeatLine {
  const { syllabus, timeZone: zone } = course;
  const meeting = meetings.find(({ id }) => id === facts.presentsAt);
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
    teamMates: presenters
      .filter((seat) => seat.meetingId === meeting.id && seat.enrolmentId !== enrolmentId)
      .map((seat) => seat.name),
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

function receiptLines(work: readonly OwnWork[], meetings: readonly Meeting[], slug: string) {
  return work
    .flatMap(({ meetingId, assignment, meetingNumber, handedIn }) =>
      handedIn === null
        ? []
        : [
            {
              href: `/${slug}/meetings/${meetingNumber}#${assignment}`,
              what: gradedWords[assignment],
              title: meetings.find(({ id }) => id === meetingId)?.title ?? "",
              version: handedIn.version,
              at: handedIn.submittedAt,
            },
          ],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, 3);
}

function partLines({ pre, post, presentation }: GradeStanding, { syllabus }: Course): PartLine[] {
  const series = (
    part: string,
    { soFar, floor, ceiling, ...of }: SeriesStanding,
    drops: number,
  ) => {
    const used = of.rows.filter((row) => row.isDropped).length;
    return {
      part,
      outOf: formatPoints(of.outOf),
      soFar: soFar === null ? "–" : totalWords(soFar),
      atLeast: floor === null ? "–" : totalWords(floor),
      atMost: ceiling === null ? "–" : totalWords(ceiling),
      dropsLeft: Math.max(0, drops - used),
    };
  };
  const { outOf } = syllabus.presentation;
  const total = presentation?.total ?? null;
  return [
    series("Pre-assignments", pre, syllabus.pre.dropLowest),
    series("Post-assignments", post, syllabus.post.dropLowest),
    {
      part: "Presentation",
      outOf: formatPoints(outOf),
      soFar: total === null ? "–" : formatPoints(total),
      atLeast: formatPoints(total ?? 0),
      atMost: formatPoints(total ?? outOf + (presentation?.bonus ?? 0)),
      dropsLeft: null,
    },
  ];
}
