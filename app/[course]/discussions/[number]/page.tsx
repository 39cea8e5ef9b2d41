import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Rubric } from "@/components/courses/rules";
import { PlacePresenter, RemovePresenter } from "@/components/discussions/placing";
import { seatsTaken } from "@/components/discussions/seat-card";
import { ClaimButton, ClaimForm, ReleaseForm } from "@/components/discussions/seat-buttons";
import { SlidesDue } from "@/components/discussions/slides-due";
import { Papers } from "@/components/readings/papers";
import { DataList } from "@/components/ui/data-list";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { PageHeading } from "@/components/ui/page-heading";
import { Deadline } from "@/components/ui/time";
import { listPresenters, listStudentsWithoutSeat } from "@/db/discussions";
import { listMeetings } from "@/db/meetings";
import { listReadingsOf } from "@/db/readings";
import { may, type Viewer } from "@/policy/access";
import { relativeDueAt, slidesDueAt } from "@/policy/deadlines";
import { signUpState, signUpWindow } from "@/policy/discussions";
import { formatPoints } from "@/policy/grades";
import { startsAt } from "@/policy/meetings";
import { pageNumber } from "@/policy/page-number";
import { formatLongDate } from "@/policy/time";
import { listOf } from "@/policy/wording";
import { findViewer, requireViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { bonusWords, paperLine, whenAndWhere } from "../../schedule-view";
import { claimSeatAction, releaseSeatAction } from "../actions";
import { placePresenterAction, removePresenterAction } from "./actions";

interface Props {
  params: Promise<{ course: string; number: string }>;
  searchParams: Promise<{ done?: string | string[]; page?: string | string[] }>;
}

/** How many of the students who lack a seat can be placed from one page. */
const pageSize = 50;

export default async function DiscussionPage({ params, searchParams }: Props) {
  const [{ course: slug, number }, { done, page: asked }] = await Promise.all([
    params,
    searchParams,
  ]);
  const at = `/${slug}/discussions/${number}`;
  const request = await requireViewer(slug, "see the class", at);
  const { course, viewer, now, readerZone } = request;
  const { syllabus, timeZone: zone } = course;
  const isStaff = may(viewer, "place presenters");
  const isStudent = may(viewer, "lead discussions");
  const { presentation } = syllabus;
  const found = await findDiscussion(viewer, number);
  if (found === undefined || presentation === null) notFound();
  const { meetings, meeting } = found;
  const page = pageNumber(asked);
  const [readings, seats, withoutSeat] = await Promise.all([
    listReadingsOf(viewer, meeting.id),
    listPresenters(viewer),
    isStaff
      ? listStudentsWithoutSeat(viewer, {
          limit: pageSize,
          offset: (page - 1) * pageSize,
          elsewhereThan: meeting.id,
        })
      : null,
  ]);
  const presenters = seats.filter((seat) => seat.meetingId === meeting.id);
  const names = presenters.map(({ name }) => name);
  const own = seats.filter((seat) => seat.enrolmentId === viewer.enrolmentId);
  const isOwn = own.some((seat) => seat.meetingId === meeting.id);
  const isOne = presentation.perStudent.least === 1;
  const isFull = presenters.length >= meeting.seats;
  const window = signUpWindow(syllabus, meetings, zone, course.signUpReopenedUntil);
  const isOpen =
    isStudent &&
    !meeting.isCancelled &&
    signUpState(window, now) === "open" &&
    startsAt(meeting, zone) > now;
  const place = { meetingId: meeting.id, number: meeting.number };
  const bonus = bonusWords(meeting, course);
  const { finalSlidesDue } = presentation;
  const finalSlidesDueAt =
    finalSlidesDue === null ? null : relativeDueAt(meeting, finalSlidesDue, zone);
  const minutes = presentation.aspects.reduce(
    (sum, { guideMinutes }) => sum + (guideMinutes ?? 0),
    0,
  );
  return (
    <CourseShell request={request} current="discussions" at={at}>
      <PageHeading kind={["Discussion", meeting.theme].filter(Boolean).join(" · ")}>
        {meeting.title}
      </PageHeading>
      {done === "placed" || done === "removed" ? (
        <Notice
          kind="receipt"
          title={`${done === "placed" ? "The student has a seat" : "The seat is free"}: now ${seatsTaken({ seats: meeting.seats, presenters: names })}.`}
        />
      ) : null}
      <p>
        <time dateTime={meeting.date}>{formatLongDate(meeting.date)}</time>,{" "}
        {whenAndWhere(meeting, course)}.{" "}
        <a href={`/${slug}/meetings/${number}`}>The meeting’s page</a>
      </p>
      {meeting.isCancelled ? (
        <Notice kind="warning" title="This discussion is cancelled.">
          <p>Nobody presents here. Whoever has a seat in it can ask the staff for another.</p>
        </Notice>
      ) : null}
      <h2>Presenters</h2>
      <p>{seatsTaken({ seats: meeting.seats, presenters: names })}</p>
      {isStaff ? (
        <ul>
          {presenters.map((presenter) => (
            <li key={presenter.enrolmentId} className="border-t border-line py-2">
              <a href={`/${slug}/roster/${presenter.enrolmentId}`}>{presenter.name}</a>
              <RemovePresenter
                action={removePresenterAction}
                course={slug}
                place={place}
                presenter={presenter}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p>{names.length === 0 ? "Nobody presents here yet." : `Led by ${listOf(names)}.`}</p>
      )}
      {isOwn && !meeting.isCancelled ? (
        <SlidesDue
          at={slidesDueAt(meeting, presentation, zone)}
          finalAt={finalSlidesDueAt}
          zone={zone}
          now={now}
          readerZone={readerZone}
        />
      ) : null}
      {isOwn && isOpen ? (
        <ReleaseForm action={releaseSeatAction} course={slug} meetingId={meeting.id} />
      ) : null}
      {isStudent && !isOwn && own.length < presentation.perStudent.most ? (
        <ClaimForm action={claimSeatAction} course={slug}>
          {isOpen && !isFull ? <ClaimButton meetingId={meeting.id} /> : null}
        </ClaimForm>
      ) : null}
      {withoutSeat !== null && !isFull && !meeting.isCancelled ? (
        <>
          <h3>{isOne ? "Students without a seat" : "Students with too few seats"}</h3>
          {withoutSeat.total > 0 && withoutSeat.students.length === 0 ? (
            <p>
              No student is on this page. <a href={at}>See the first page</a>
            </p>
          ) : withoutSeat.total === 0 ? (
            <p>{isOne ? "Every student has a seat." : "Every student has enough seats."}</p>
          ) : (
            <PlacePresenter
              action={placePresenterAction}
              course={slug}
              place={place}
              students={withoutSeat.students}
              reason={
                isOne
                  ? "Had no seat; placed from the list of students without one."
                  : "Had too few seats; placed from the list of such students."
              }
            />
          )}
          <Pagination
            page={page}
            pages={Math.ceil(withoutSeat.total / pageSize)}
            hrefFor={(other) => `${at}?page=${other}`}
          />
        </>
      ) : null}
      <h2>Papers</h2>
      {readings.length === 0 ? <p>No paper has been announced for this discussion.</p> : null}
      <Papers papers={readings.map((entry) => paperLine(course, entry))} marksSuggested />
      <h2>How it is graded</h2>
      <DataList
        items={[
          [
            "Slides",
            <>
              due{" "}
              <Deadline
                at={slidesDueAt(meeting, presentation, zone)}
                zone={zone}
                now={now}
                readerZone={readerZone}
              />
              {finalSlidesDueAt === null ? null : (
                <>
                  , and as they were shown{" "}
                  <Deadline at={finalSlidesDueAt} zone={zone} now={now} readerZone={readerZone} />
                </>
              )}
            </>,
          ],
          [
            "Points",
            `the sum of the aspects below${presentation.multiplier === 1 ? "" : ` times ${presentation.multiplier}`}, out of ${formatPoints(presentation.outOf)}`,
          ],
          bonus === null ? null : ["Bonus", `${bonus}, for whoever presents here`],
          minutes === 0
            ? null
            : [
                "Time",
                `about ${minutes} minutes in all${meeting.seats === 1 ? "" : "; the presenters share them as they like"}`,
              ],
        ]}
      />
      <Rubric aspects={presentation.aspects} />
    </CourseShell>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, number } = await params;
  const { viewer } = await findViewer(slug);
  const found = await findDiscussion(viewer, number);
  return { title: found?.meeting.title ?? "Discussion", robots: { index: false } };
}

/** Once per request, for the page and its title; all meetings, since the sign-up window depends on another one. */
const findDiscussion = cache(async (viewer: Viewer, number: string) => {
  const meetings = await listMeetings(viewer);
  const meeting = meetings.find(
    (candidate) => candidate.kind === "discussion" && String(candidate.number) === number,
  );
  return meeting === undefined ? undefined : { meetings, meeting };
});
