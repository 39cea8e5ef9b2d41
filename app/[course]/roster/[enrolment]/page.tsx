import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Fragment } from "react";
import { z } from "zod";
import { PlaceInDiscussion, RemovePresenter } from "@/components/discussions/placing";
import { StudentRecord } from "@/components/grades/student-record";
import { DutyTable, type DutyRow } from "@/components/people/duty-table";
import { roleWords } from "@/components/people/role-words";
import { ChangeUnits, DropStudent, RestoreStudent } from "@/components/people/enrolment-forms";
import { Notice } from "@/components/ui/notice";
import { listPresenters } from "@/db/discussions";
import { readScoreFacts } from "@/db/grades";
import { readGradedCourse } from "@/db/grades-course";
import { findOnRoster } from "@/db/roster";
import { may } from "@/policy/access";
import { dutiesOf } from "@/policy/assignments";
import { openDiscussions } from "@/policy/discussions";
import { gradeSummaryOf } from "@/policy/grade-summary";
import type { GradedCourse, StudentFacts } from "@/policy/score-facts";
import { formatDate } from "@/policy/time";
import { findViewer, requireViewer } from "../../../viewer";
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

const receipts = new Map([
  ["placed", "The student has a seat."],
  ["removed", "The student has no seat any more."],
  ["units", "The units are changed."],
  ["dropped", "The student has dropped the course."],
  ["restored", "The student takes part again."],
]);

export default async function RosterEntryPage({ params, searchParams }: Props) {
  const [{ course: slug, enrolment: id }, { done }] = await Promise.all([params, searchParams]);
  const at = `/${slug}/roster/${id}`;
  const request = await requireViewer(slug, "see the roster", at);
  const { course, viewer, now } = request;
  if (!z.uuid().safeParse(id).success) notFound();
  const { syllabus, timeZone: zone } = course;
  const [person, graded, presenters, [student]] = await Promise.all([
    findEntry(slug, id),
    readGradedCourse(viewer, { syllabus, zone }, now),
    listPresenters(viewer),
    readScoreFacts(viewer, { enrolmentId: id }),
  ]);
  if (person === undefined) notFound();
  const { presentsAt, units } = person;
  const { presentation } = syllabus;
  const seats = (presentation?.perStudent.most ?? 0) > 1 ? "Seats" : "Seat";
  const isActive = person.status === "active";
  const form = { course: slug, student: { enrolmentId: id, name: person.name } };
  const receipt =
    done === "removed" && presentsAt.length > 0
      ? "The seat is free, and the student keeps the others."
      : typeof done === "string"
        ? receipts.get(done)
        : undefined;
  return (
    <CourseShell request={request} current="roster" at={at} wide>
      <p className="text-sm text-muted">
        <a href={`/${slug}/roster`}>Roster</a>
      </p>
      <h1>{person.name}</h1>
      {receipt === undefined ? null : <Notice kind="receipt" title={receipt} />}
      <p>
        {[
          roleWords[person.role],
          units === null || syllabus.unitOptions.length < 2 ? "" : `${units} units`,
          isActive ? "" : "dropped",
          person.email,
        ]
          .filter((word) => word !== "")
          .join(" · ")}
      </p>
      {units === null ? null : (
        <>
          {presentation === null ? null : (
            <>
              <h2>{seats}</h2>
              {presentsAt.length === 0 ? <p>No seat yet.</p> : null}
              {presentsAt.map((seat) => (
                <Fragment key={seat.meetingId}>
                  <p>
                    Presents on {formatDate(seat.date)}:{" "}
                    <a href={`/${slug}/discussions/${seat.meetingNumber}`}>{seat.title}</a>
                  </p>
                  {may(viewer, "place presenters") ? (
                    <RemovePresenter
                      action={removeSeatAction}
                      course={slug}
                      presenter={form.student}
                      words={
                        presentsAt.length > 1
                          ? `Remove from “${seat.title}”`
                          : "Remove from this discussion"
                      }
                      place={{ meetingId: seat.meetingId }}
                    />
                  ) : null}
                </Fragment>
              ))}
              {presentsAt.length < presentation.perStudent.most &&
              isActive &&
              may(viewer, "place presenters") ? (
                <PlaceInDiscussion
                  action={placeStudentAction}
                  course={slug}
                  place={{ enrolmentId: id }}
                  discussions={openDiscussions(graded.meetings, presenters, zone, now)
                    .filter((open) => presentsAt.every(({ meetingId }) => meetingId !== open.id))
                    .map((open) => ({
                      id: open.id,
                      words: `${formatDate(open.date)}: ${open.title}, ${open.free} free`,
                    }))}
                />
              ) : null}
            </>
          )}
          {student === undefined ? null : (
            <>
              <h2>Assignments</h2>
              <DutyTable
                name={person.name}
                rows={dutyRows(student, graded, slug)}
                zone={zone}
                now={now}
              />
              <StudentRecord
                student={student}
                released={gradeSummaryOf(student, graded, "released")}
                saved={gradeSummaryOf(student, graded, "saved")}
                graded={graded}
                course={slug}
                grant={grantExceptionAction}
                withdraw={withdrawExceptionAction}
              />
            </>
          )}
          {may(viewer, "change the roster") ? (
            <>
              <h2>Taking part</h2>
              {isActive ? (
                <>
                  {syllabus.unitOptions.length > 1 ? (
                    <ChangeUnits
                      {...form}
                      action={changeUnitsAction}
                      units={units}
                      options={syllabus.unitOptions}
                    />
                  ) : null}
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

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, enrolment: id } = await params;
  const person = await findEntry(slug, id);
  return { title: person?.name ?? "Student", robots: { index: false } };
}

/** Once per request, for the page and its title; nobody for whoever may not see the roster. */
const findEntry = cache(async (slug: string, id: string) => {
  const { viewer } = await findViewer(slug);
  const isId = z.uuid().safeParse(id).success;
  return isId && may(viewer, "see the roster") ? findOnRoster(viewer, id) : undefined;
});

/** All assignments of the student with what was handed in. */
function dutyRows(
  { presentsAt, exceptions, submissions }: StudentFacts,
  course: GradedCourse,
  slug: string,
): DutyRow[] {
  const duties = dutiesOf({ ...course, presentsAt, exceptions });
  return duties.map((duty) => {
    const versions = submissions.filter(({ assignmentId }) => assignmentId === duty.assignmentId);
    const last = versions.at(-1);
    return {
      ...duty,
      title: course.meetings.find(({ id }) => id === duty.meetingId)?.title ?? "",
      href: `/${slug}/meetings/${duty.meetingNumber}`,
      handedIn:
        last === undefined ? null : { versions: versions.length, latestAt: last.submittedAt },
    };
  });
}
