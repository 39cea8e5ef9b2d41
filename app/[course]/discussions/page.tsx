import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { placeListLook } from "@/components/discussions/placing";
import { ReopenSignUp } from "@/components/discussions/reopen-sign-up";
import { SeatCard } from "@/components/discussions/seat-card";
import { ClaimButton, ClaimForm, ReleaseForm } from "@/components/discussions/seat-buttons";
import { SignUpNotice } from "@/components/discussions/sign-up-notice";
import { Details } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { listStudentsWithoutSeat } from "@/db/discussions";
import { may } from "@/policy/access";
import { signUpState } from "@/policy/discussions";
import { pageNumber } from "@/policy/page-number";
import { counted, listOf } from "@/policy/wording";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { claimSeatAction, releaseSeatAction, reopenSignUpAction } from "./actions";
import { readBoardPage, type BoardEntry } from "./board";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ done?: string | string[]; page?: string | string[] }>;
}

export const metadata: Metadata = { title: "Discussions", robots: { index: false } };

/** How many of the students without a seat are named at once. */
const pageSize = 50;

export default async function DiscussionsPage({ params, searchParams }: Props) {
  const [{ course: slug }, { done, page: asked }] = await Promise.all([params, searchParams]);
  const at = `/${slug}/discussions`;
  const request = await requireViewer(slug, "see the class", at);
  const { course, viewer, now } = request;
  const { presentation } = course.syllabus;
  if (presentation === null) notFound();
  const { least, most } = presentation.perStudent;
  const isStaff = may(viewer, "place presenters");
  const page = pageNumber(asked);
  const [{ entries, window }, withoutSeat] = await Promise.all([
    readBoardPage(request),
    isStaff
      ? listStudentsWithoutSeat(viewer, { limit: pageSize, offset: (page - 1) * pageSize })
      : null,
  ]);
  const own = entries.filter((entry) => entry.isOwn);
  const isStudent = may(viewer, "lead discussions");
  const state = signUpState(window, now);
  const isOpen = isStudent && state === "open";
  const groups = inGroups(entries).map(({ title, members }) => (
    <section key={title} aria-label={title}>
      <h2>{title}</h2>
      {members.map((entry) => (
        <SeatCard key={entry.meetingId} discussion={entry.card}>
          {isOpen && own.length < most && title === seatsFree ? (
            <ClaimButton meetingId={entry.meetingId} />
          ) : null}
        </SeatCard>
      ))}
    </section>
  ));
  return (
    <CourseShell request={request} current="discussions" at={at}>
      <h1>Discussions</h1>
      <Receipt done={done} own={own} most={most} />
      <SignUpNotice
        window={window}
        rule={presentation}
        now={now}
        readerZone={request.readerZone}
        isReopened={
          window !== null && window.closesAt.getTime() === course.signUpReopenedUntil?.getTime()
        }
        isStudent={isStudent}
      >
        {isStaff && window !== null && state !== "early" ? (
          <ReopenSignUp action={reopenSignUpAction} course={slug} isOpen={state === "open"} />
        ) : null}
      </SignUpNotice>
      {withoutSeat === null || withoutSeat.total === 0 ? null : (
        <Details
          summary={
            least === 1
              ? counted(withoutSeat.total, "student has no seat", "students have no seat")
              : counted(
                  withoutSeat.total,
                  "student has too few seats",
                  "students have too few seats",
                )
          }
          open={withoutSeat.total <= 12 || asked !== undefined}
        >
          {withoutSeat.students.length === 0 ? (
            <p>
              No student is on this page. <a href={at}>See the first page</a>
            </p>
          ) : null}
          <ul className={placeListLook}>
            {withoutSeat.students.map((student) => (
              <li key={student.enrolmentId} className="break-inside-avoid py-0.5">
                <a href={`/${slug}/roster/${student.enrolmentId}`}>{student.name}</a>
              </li>
            ))}
          </ul>
          <Pagination
            page={page}
            pages={Math.ceil(withoutSeat.total / pageSize)}
            hrefFor={(number) => `${at}?page=${number}`}
          />
        </Details>
      )}
      {entries.length === 0 ? (
        <Empty title="The schedule has no discussion yet.">
          <p>Seats appear here as soon as the schedule has one.</p>
        </Empty>
      ) : null}
      {own.length === 0 ? null : (
        <section aria-label={most === 1 ? "Your seat" : "Your seats"}>
          <h2>{most === 1 ? "Your seat" : "Your seats"}</h2>
          {own.map((entry) => (
            <SeatCard key={entry.meetingId} discussion={entry.card} isOwn>
              {isOpen && !entry.hasBegun ? (
                <ReleaseForm action={releaseSeatAction} course={slug} meetingId={entry.meetingId} />
              ) : null}
            </SeatCard>
          ))}
        </section>
      )}
      {isStudent ? (
        <ClaimForm action={claimSeatAction} course={slug}>
          {groups}
        </ClaimForm>
      ) : (
        groups
      )}
    </CourseShell>
  );
}

const seatsFree = "Seats free";

/** All discussions but the own one: first those that can still be chosen. */
function inGroups(entries: readonly BoardEntry[]) {
  const groupOf = ({ isFull, hasBegun, card }: BoardEntry) => {
    if (card.isCancelled) return "Cancelled";
    if (hasBegun) return "Over";
    return isFull ? "All seats taken" : seatsFree;
  };
  const others = entries.filter((entry) => !entry.isOwn);
  return [seatsFree, "All seats taken", "Over", "Cancelled"]
    .map((title) => ({ title, members: others.filter((entry) => groupOf(entry) === title) }))
    .filter(({ members }) => members.length > 0);
}

function Receipt({
  done,
  own,
  most,
}: {
  done: string | string[] | undefined;
  own: readonly BoardEntry[];
  /** The most seats that each student may have. */
  most: number;
}) {
  if (done === "taken" && own.length > 0) {
    return (
      <Notice
        kind="receipt"
        title={`You have ${most === 1 ? "a seat" : counted(own.length, "seat")} in ${listOf(own.map(({ card }) => `“${card.title}”`))}.`}
      >
        <p>You present on {listOf(own.map(({ card }) => card.dateLabel))}.</p>
      </Notice>
    );
  }
  if (done === "given-up" && own.length < most) {
    return <Notice kind="receipt" title="You gave up your seat. Somebody else may take it now." />;
  }
  if (done === "reopened")
    return <Notice kind="receipt" title="Sign-up closes later now, for everybody." />;
  return null;
}
