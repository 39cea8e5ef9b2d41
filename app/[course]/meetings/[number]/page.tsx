import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClassTexts } from "@/components/assignments/class-texts";
import { SlidesDue } from "@/components/discussions/slides-due";
import { Markdown } from "@/components/markdown";
import { kindWords } from "@/components/meetings/meeting-words";
import { Papers, type PaperLine } from "@/components/readings/papers";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { readMeetingTexts } from "@/db/assignments";
import { findMeeting, type Meeting } from "@/db/meetings";
import { listReadingsOf } from "@/db/readings";
import { may, type Viewer } from "@/policy/access";
import { relativeDueAt, slidesDueAt } from "@/policy/deadlines";
import { seriesLackingPaper } from "@/policy/assignments";
import { parseMeetingNumber } from "@/policy/meeting-number";
import { isAssessed } from "@/policy/meetings";
import { pageNumber } from "@/policy/page-number";
import { topicVerb } from "@/policy/series";
import { formatLongDate } from "@/policy/time";
import { listOf } from "@/policy/wording";
import { findViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { OwnTexts } from "./own-texts";
import { bonusWords, guestOf, paperLine, presentersFor, whenAndWhere } from "../../schedule-view";
import { Editing } from "./editing";

interface Props {
  params: Promise<{ course: string; number: string }>;
  searchParams: Promise<
    Record<
      "done" | "page" | "received" | "discarded" | "versions" | "pass",
      string | string[] | undefined
    >
  >;
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const [{ course: slug, number }, query] = await Promise.all([params, searchParams]);
  const request = await findViewer(slug);
  const { course, viewer, now } = request;
  const { syllabus, timeZone: zone } = course;
  const meeting = await findByAddress(viewer, number);
  if (meeting === undefined) notFound();
  const page = pageNumber(query.page);
  const [readings, seats, texts] = await Promise.all([
    listReadingsOf(viewer, meeting.id),
    presentersFor(viewer),
    may(viewer, "see the class")
      ? readMeetingTexts(
          viewer,
          meeting,
          { syllabus, zone },
          now,
          query.versions === "all" ? "all" : "last",
          page,
        )
      : null,
  ]);
  const { materials } = meeting;
  const { presentation } = syllabus;
  const presenters = seats?.filter((seat) => seat.meetingId === meeting.id) ?? [];
  const at = `/${slug}/meetings/${number}`;
  const [lacking] = seriesLackingPaper(meeting, syllabus, readings.length > 0);
  return (
    <CourseShell request={request} current="schedule" at={at}>
      <PageHeading
        kind={[kindWords[meeting.kind], meeting.part, meeting.theme]
          .filter((word) => word !== null && word !== meeting.title)
          .join(" · ")}
      >
        {meeting.title}
      </PageHeading>
      <p>
        <time dateTime={meeting.date}>{formatLongDate(meeting.date)}</time>
        {meeting.kind === "no-class" ? null : `, ${whenAndWhere(meeting, course)}.`}
      </p>
      {meeting.isCancelled ? (
        <Notice kind="warning" title="This meeting is cancelled.">
          <p>Nothing is due for it.</p>
        </Notice>
      ) : null}
      <People meeting={meeting} presenters={presenters.map((seat) => seat.name)} />
      {presentation !== null &&
      !meeting.isCancelled &&
      presenters.some((seat) => seat.enrolmentId === viewer.enrolmentId) ? (
        <SlidesDue
          at={slidesDueAt(meeting, presentation, zone)}
          finalAt={
            presentation.finalSlidesDue === null
              ? null
              : relativeDueAt(meeting, presentation.finalSlidesDue, zone)
          }
          zone={zone}
          now={now}
          readerZone={request.readerZone}
        />
      ) : null}
      {meeting.bonus === 0 ? null : (
        <p>Whoever presents here gains {bonusWords(meeting, course)}.</p>
      )}
      {may(viewer, "edit the schedule") ? (
        <Editing {...{ viewer, meeting, at }} zone={zone} isSaved={query.done === "saved"} />
      ) : null}
      <Readings
        papers={readings.map((entry) => paperLine(course, entry))}
        isExpected={isAssessed(meeting, syllabus)}
      />
      {may(viewer, "grade") && lacking !== undefined ? (
        <Notice
          kind="warning"
          title={`This meeting has no ${lacking.paper === "given" ? "main reading" : "paper"}.`}
        >
          <p>
            Students {topicVerb(lacking)} its topic, “{meeting.title}”, until one is added.
          </p>
        </Notice>
      ) : null}
      {materials.length === 0 ? null : (
        <Section id="materials" heading="Materials">
          <ul>
            {materials.map((material) => (
              <li key={material.url}>
                <a href={material.url}>{material.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {meeting.notes === "" ? null : <Markdown text={meeting.notes} />}
      {texts?.own ? (
        <OwnTexts
          {...{ request, meeting, readings }}
          own={texts.own}
          asked={texts.asked}
          alias={texts.alias}
          received={String(query.received)}
          discarded={String(query.discarded)}
          pass={String(query.pass)}
        />
      ) : null}
      {texts?.classTexts.map(({ series, texts: written, pages }, _, all) => (
        <ClassTexts
          key={series.key}
          series={series}
          isOnly={all.length === 1}
          texts={written}
          page={page}
          pages={pages}
          at={at}
        />
      ))}
    </CourseShell>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, number } = await params;
  const { viewer } = await findViewer(slug);
  const meeting = await findByAddress(viewer, number);
  return { title: meeting?.title ?? "Meeting" };
}

/** Once per request, for the page and its title. */
const findByAddress = cache(async (viewer: Viewer, address: string) => {
  const number = parseMeetingNumber(address);
  return number === undefined ? undefined : findMeeting(viewer, number);
});

function People({
  meeting,
  presenters,
}: {
  meeting: Pick<Meeting, "guest" | "kind" | "lecturers">;
  presenters: string[];
}) {
  const guest = guestOf(meeting);
  return (
    <>
      {guest === null ? null : (
        <p>Guest: {guest.page === null ? guest.name : <a href={guest.page}>{guest.name}</a>}</p>
      )}
      {meeting.lecturers.length === 0 ? null : <p>Lecture by {listOf(meeting.lecturers)}</p>}
      {presenters.length === 0 ? null : <p>Led by {listOf(presenters)}</p>}
    </>
  );
}

function Readings({
  papers,
  isExpected,
}: {
  papers: readonly PaperLine[];
  /** Whether papers will be named, so that their lack is worth saying. */
  isExpected: boolean;
}) {
  if (papers.length === 0 && !isExpected) return null;
  return (
    <Section id="readings" heading="Readings" className="">
      {papers.length === 0 ? <p>No paper has been announced for this meeting.</p> : null}
      {(["main", "suggested"] as const).map((list) => {
        const own = papers.filter((paper) => paper.list === list);
        if (own.length === 0) return null;
        return (
          <div key={list}>
            {list === "suggested" ? <h3>Suggested</h3> : null}
            <Papers papers={own} />
          </div>
        );
      })}
    </Section>
  );
}
