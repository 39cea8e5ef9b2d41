import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { StudentRecord } from "@/components/grades/student-record";
import { DutyTable, type DutyRow } from "@/components/people/duty-table";
import { roleWords } from "@/components/people/role-words";
import {
  ChangeUnits,
  DropStudent,
  PlaceStudent,
  RemoveSeat,
  RestoreStudent,
} from "@/components/people/standing-forms";
import { Notice } from "@/components/ui/notice";
import { listPresenters } from "@/db/discussions";
import { readScoreFacts } from "@/db/grades";
import { listMeetings } from "@/db/meetings";
import { findOnRoster, listExceptionsOf, listHandInsOf } from "@/db/roster";
import { may } from "@/policy/access";
import { dutiesOf } from "@/policy/assignments";
import { openDiscussions } from "@/policy/discussions";
import { gradeStandingOf } from "@/policy/standings";
import { formatDate } from "@/policy/time";
import { requireViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { grantExceptionAction, withdrawExceptionAction } from "../../grading/actions";
import {
  changeUnitsAction,
  dropStudentAction,
  placeStudentAction,
  removeSeatAction,
  restoreStudentAction,
} from "./actions";

interface Props {
  params: Promise<{ course: string; enrolment: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export const metadata: Metadata = { title: "Student", robots: { index: false } };

const receipts: Record<string, string> = {
  placed: "The student has a seat.",
  removed: "The student has no seat any more.",
  units: "The units are changed.",
  dropped: "The student has dropped the course.",
  restored: "The student takes part again.",
};

export default async function RosterEntryPage({ params, searchParams }: Props) {
  const [{ course: slug, enrolment: id }, { done }] = await Promise.all([params, searchParams]);
  const at = `/${slug}/roster/${id}`;
  const standing = await requireViewer(slug, "see the roster", at);
  const { course, viewer, now } = standing;
  if (!z.uuid().safeParse(id).success) notFound();
  const [person, meetings, presenters, handIns, exceptions, [student]] = await Promise.all([
    findOnRoster(viewer, id),
    listMeetings(viewer),
    listPresenters(viewer),
    listHandInsOf(viewer, id),
    listExceptionsOf(viewer, id),
    readScoreFacts(viewer, { enrolmentId: id }),
  ]);
  if (person === undefined) notFound();
  const { syllabus, timeZone: zone } = course;
  const { seat, units } = person;
  const isActive = person.status === "active";
  const form = { course: slug, student: { enrolmentId: id, name: person.name } };
  const receipt = typeof done === "string" ? receipts[done] : undefined;
  const duties = dutiesOf({
    meetings,
    syllabus,
    zone,
    presentsAt: seat?.meetingId ?? null,
    exceptions,
  });
  const rows = duties.map((duty): DutyRow => {
    const handIn = handIns.find(
      ({ meetingId, assignment }) => meetingId === duty.meetingId && assignment === duty.assignment,
    );
    return {
      ...duty,
      title: meetings.find((meeting) => meeting.id === duty.meetingId)?.title ?? "",
      href: `/${slug}/meetings/${duty.meetingNumber}`,
      handedIn:
        handIn?.latestAt == null ? null : { versions: handIn.versions, latestAt: handIn.latestAt },
    };
  });
  const graded = { meetings, syllabus, zone, now };
  return (
    <CourseShell standing={standing} current="roster" at={at} wide>
      <p className="eyebrow">
        <a href={`/${slug}/roster`}>Roster</a>
      </p>
      <title>{`${person.name} · Colloquy`}</title>
      <h1>{person.name}</h1>
      {receipt === undefined ? null : <Notice kind="receipt" title={receipt} />}
      <p>
        {[
          roleWords[person.role],
          units === null ? "" : `${units} units`,
          isActive ? "" : "dropped",
          person.email,
        ]
          .filter((word) => word !== "")
          .join(" · ")}
      </p>
      {units === null ? null : (
        <>
          <h2>Seat</h2>
          {seat === null ? (
            <p>No seat yet.</p>
          ) : (
            <p>
              Presents on {formatDate(seat.date)}:{" "}
              <a href={`/${slug}/discussions/${seat.meetingNumber}`}>{seat.title}</a>
            </p>
          )}
          {seat === null || !may(viewer, "place presenters") ? null : (
            <RemoveSeat {...form} action={removeSeatAction} meetingId={seat.meetingId} />
          )}
          {seat === null && isActive && may(viewer, "place presenters") ? (
            <PlaceStudent
              {...form}
              action={placeStudentAction}
              discussions={openDiscussions(meetings, presenters, zone, now).map((open) => ({
                id: open.id,
                words: `${formatDate(open.date)}: ${open.title}, ${open.free} free`,
              }))}
            />
          ) : null}
          <h2>Assignments</h2>
          <DutyTable name={person.name} rows={rows} zone={zone} now={now} />
          {student === undefined ? null : (
            <StudentRecord
              student={student}
              told={gradeStandingOf(student, graded, "released")}
              saved={gradeStandingOf(student, graded, "saved")}
              course={slug}
              zone={zone}
              grant={grantExceptionAction}
              withdraw={withdrawExceptionAction}
            />
          )}
          {may(viewer, "change the roster") ? (
            <>
              <h2>Taking part</h2>
              {isActive ? (
                <>
                  <ChangeUnits
                    {...form}
                    action={changeUnitsAction}
                    units={units}
                    options={syllabus.unitOptions}
                  />
                  <DropStudent {...form} action={dropStudentAction} />
                </>
              ) : (
                <RestoreStudent {...form} action={restoreStudentAction} />
              )}
            </>
          ) : null}
        </>
      )}
    </CourseShell>
  );
}
