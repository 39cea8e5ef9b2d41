import type { ChangedRow, PreviewView } from "@/components/meetings/meeting-answer";
import { kindWords } from "@/components/meetings/meeting-words";
import { renderMarkdown } from "@/components/markdown/render";
import type { MeetingPreview } from "@/db/meetings-edit";
import { formatPoints } from "@/policy/grades";
import type { MeetingValues } from "@/policy/meeting-values";
import type { Consequence } from "@/policy/schedule-edit";
import type { Series } from "@/policy/syllabus";
import { formatInstant, formatLongDate } from "@/policy/time";
import { shortened } from "@/policy/wording";

/** What the values of a meeting are named by. */
interface Names {
  themes: readonly { id: string; name: string }[];
  series: readonly Pick<Series, "key" | "name">[];
  zone: string;
}

const groupTitles: Record<Consequence["about"], string> = {
  deadlines: "Time to hand in",
  seats: "Seats",
  work: "Texts",
  grades: "Grades",
  "sign-up": "Sign-up",
  readings: "Readings",
};

/** The preview of an edit in the words of the page. */
export function previewWords(preview: MeetingPreview, themes: Names["themes"]): PreviewView {
  const { before, after, change, announcement, zone, syllabus } = preview;
  const moment = (at: Date | null) => (at === null ? "nothing due" : formatInstant(at, zone));
  const topics = [...new Set(change.consequences.map((consequence) => consequence.about))];
  return {
    rows: changedRows(before, after, { themes, zone, series: syllabus.series }),
    warnings: change.warnings,
    deadlines: change.deadlines.map((deadline) => {
      const stays = deadline.before?.getTime() === deadline.after?.getTime();
      return {
        label: deadline.whose === null ? deadline.what : `${deadline.what} of ${deadline.whose}`,
        before: moment(deadline.before),
        after: moment(deadline.after),
        note: !stays
          ? ""
          : deadline.whose === null
            ? "Set by hand: stays as agreed."
            : "An extension is never shortened.",
      };
    }),
    groups: topics.map((about) => ({
      title: groupTitles[about],
      items: change.consequences.filter((consequence) => consequence.about === about),
    })),
    classNumbers: change.classNumbers.map((one) => {
      const [was, is] = [numberWords(one.before), numberWords(one.after)];
      return one.before === null
        ? `“${one.title}” becomes ${is}`
        : `${was} becomes ${is}: “${one.title}”`;
    }),
    announcement:
      announcement === null
        ? null
        : { title: announcement.title, html: renderMarkdown(announcement.body, 4) },
    notes:
      after.notes === "" || after.notes === before?.notes ? null : renderMarkdown(after.notes, 4),
  };
}

function numberWords(number: number | null): string {
  return number === null ? "a class without a number" : `Class ${number}`;
}

/** The values of a meeting that differ, in words. */
export function changedRows(
  before: MeetingValues | null,
  after: MeetingValues,
  names: Names,
): ChangedRow[] {
  const was: Record<string, string> =
    before === null ? { State: "not in the schedule" } : valueWords(before, names);
  return Object.entries(valueWords(after, names))
    .map(([label, text]) => ({ label, before: was[label] ?? "", after: text }))
    .filter((row) => row.before !== row.after)
    .map((row) => ({ ...row, before: row.before || "–", after: row.after || "–" }));
}

function linkWords({ title, url }: { title: string; url: string }): string {
  return `${title} · ${url.replace(/^https?:\/\//, "")}`;
}

function valueWords(
  values: MeetingValues,
  { themes, series, zone }: Names,
): Record<string, string> {
  const instant = (iso: string | null) => (iso === null ? "" : formatInstant(new Date(iso), zone));
  const papers = (list: "main" | "suggested") =>
    values.readings
      .filter((paper) => paper.list === list)
      .map(linkWords)
      .join("\n");
  return {
    State: values.isCancelled ? "cancelled" : "takes place",
    Date: formatLongDate(values.date),
    Starts: values.starts,
    Ends: values.ends,
    Kind: kindWords[values.kind],
    Title: values.title,
    Theme: themes.find((theme) => theme.id === values.themeId)?.name ?? "",
    Room: values.room ?? "",
    Lecturers: values.lecturers.join(", "),
    Guest: [values.guest?.name, values.guest?.page].filter(Boolean).join(", "),
    Seats: values.seats === 0 ? "" : [values.seats, values.seatsReason].filter(Boolean).join(", "),
    "Bonus points": values.bonus === 0 ? "" : formatPoints(values.bonus),
    ...Object.fromEntries(
      series.flatMap(({ key, name }) => {
        const set = values.assignments[key];
        return [
          [`${name} for everybody`, set?.isWaived === true ? "waived" : ""],
          [`${name} due, set by hand`, instant(set?.dueAt ?? null)],
        ];
      }),
    ),
    "Main readings": papers("main"),
    "Suggested readings": papers("suggested"),
    Materials: values.materials.map(linkWords).join("\n"),
    Text: shortened(values.notes, 160),
  };
}
