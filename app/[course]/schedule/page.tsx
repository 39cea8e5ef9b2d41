import type { Metadata } from "next";
import { kindWords } from "@/components/meetings/meeting-words";
import { Schedule, type ScheduleFilter } from "@/components/meetings/schedule";
import { ButtonLink } from "@/components/ui/button";
import { may } from "@/policy/access";
import { formatInstant } from "@/policy/time";
import { findViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { readSchedule } from "../schedule-view";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Schedule" };

export default async function SchedulePage({ params, searchParams }: Props) {
  const [{ course: slug }, query] = await Promise.all([params, searchParams]);
  const request = await findViewer(slug);
  const all = await readSchedule(request);
  const at = `/${slug}/schedule`;
  const parts = [...new Set(all.flatMap((meeting) => meeting.part ?? []))];
  const themes = [...new Set(all.map((meeting) => meeting.theme).filter((theme) => theme !== ""))];
  const kinds = [...new Set(all.map((meeting) => meeting.kind))];
  const chosen = {
    part: known(query["part"], parts),
    theme: known(query["theme"], themes),
    kind: known(query["kind"], kinds),
  };
  const meetings = all.filter(
    (meeting) =>
      (chosen.part === null || meeting.part === chosen.part) &&
      (chosen.theme === null || meeting.theme === chosen.theme) &&
      (chosen.kind === null || meeting.kind === chosen.kind),
  );
  const filter = (
    label: string,
    name: keyof typeof chosen,
    options: { value: string; label: string }[],
  ): ScheduleFilter => ({
    label,
    allHref: hrefOf(at, { ...chosen, [name]: null }),
    options: options.map((option) => ({
      label: option.label,
      href: hrefOf(at, { ...chosen, [name]: option.value }),
      isCurrent: chosen[name] === option.value,
    })),
  });
  const plain = (value: string) => ({ value, label: value });
  return (
    <CourseShell request={request} current="schedule" at={at}>
      <h1>Schedule</h1>
      {may(request.viewer, "edit the schedule") ? (
        <p className="print:hidden">
          <ButtonLink variant="secondary" href={`/${slug}/meetings/new`}>
            Add a meeting
          </ButtonLink>
        </p>
      ) : null}
      <Schedule
        meetings={meetings}
        filters={[
          filter("Part", "part", parts.map(plain)),
          filter("Theme", "theme", themes.map(plain)),
          filter(
            "Kind",
            "kind",
            kinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
          ),
        ]}
        clearHref={at}
        nowLabel={formatInstant(request.now, request.course.timeZone)}
      />
    </CourseShell>
  );
}

/** The value of a filter; what the course does not have is ignored. */
function known<Value extends string>(
  asked: string | string[] | undefined,
  values: readonly Value[],
): Value | null {
  return values.find((value) => value === asked) ?? null;
}

function hrefOf(at: string, chosen: Record<string, string | null>): string {
  const query = new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
  return query === "" ? at : `${at}?${query}`;
}
