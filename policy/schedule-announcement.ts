import { relativeDueAt } from "./deadlines";
import { factsOf, type MeetingValues } from "./meeting-values";
import { isClass, isWaivedForAll, startsAt, type MeetingFacts } from "./meetings";
import {
  dueIn,
  meetingBefore,
  seatsReturned,
  type Edit,
  type ScheduleFacts,
} from "./schedule-edit";
import { lowerName } from "./series";
import type { Series } from "./syllabus";
import { formatDate, formatInstant, formatLongDate, formatTimes, zoneName } from "./time";
import { shortened } from "./wording";

/**
 * What the course is told of an edit (feature 3), the text in Markdown: the former and the new day and hours, the
 * deadlines that follow, and what becomes of a presentation. Visitors read it too, so it names no student. Null where
 * neither the day, the hours, the place nor a deadline of the meeting changes.
 */
export function announcementOf(
  edit: Edit,
  facts: ScheduleFacts,
): { title: string; body: string } | null {
  const deadlines = deadlineLines(edit, facts);
  const happening = happeningOf(edit, facts.zone);
  if (happening === null && !deadlines.some(({ isMoved }) => isMoved)) return null;
  const { before, after } = edit;
  const isWorkTouched =
    deadlines.length > 0 &&
    facts.syllabus.series.some((series) => owedIn(meetingBefore(edit), series, facts) !== null);
  const paragraphs = [
    [whenWords(edit, facts.zone), roomWords(edit)],
    [deadlines.map(({ line }) => `- ${line}`).join("\n")],
    [presenterWords(edit, facts), isWorkTouched ? "What is handed in or begun is kept." : ""],
  ];
  return {
    title:
      happening ?? `${nameOf(after)} of ${formatDate((before ?? after).date)} has other deadlines`,
    body: paragraphs
      .map((sentences) => sentences.filter((sentence) => sentence !== "").join(" "))
      .filter((paragraph) => paragraph !== "")
      .join("\n\n"),
  };
}

/** The news in one line; null where the meeting stays when and where it was. */
function happeningOf({ before, after }: Edit, zone: string): string | null {
  const name = nameOf(after);
  const day = formatDate(after.date);
  const start = isClass(after) ? formatInstant(startsAt(after, zone), zone) : day;
  if (before === null) return `New in the schedule: ${name}, ${start}`;
  if (after.isCancelled) {
    return before.isCancelled ? null : `${name} of ${formatDate(before.date)} is cancelled`;
  }
  if (before.isCancelled) return `${name} takes place after all, ${start}`;
  if (isClass(before) !== isClass(after)) {
    return isClass(after) ? `There is class on ${day}: ${name}` : `No class on ${day}: ${name}`;
  }
  if (before.date !== after.date) return `${name} moves to ${start}`;
  if (!isClass(after)) return null;
  if (before.starts !== after.starts) return `${name} moves to ${start}`;
  if (before.ends !== after.ends) return `${name} of ${day} ends at ${after.ends}`;
  return before.room === after.room ? null : `${name} of ${day} is in another room`;
}

function nameOf({ title }: MeetingValues): string {
  return `“${shortened(title, 100)}”`;
}

function whenWords({ before, after }: Edit, zone: string): string {
  const is = dayAndHours(after, zone);
  if (after.isCancelled) {
    return before?.isCancelled === false ? `It was planned for ${dayAndHours(before, zone)}.` : "";
  }
  if (before === null || before.isCancelled) return `It is on ${is}.`;
  const was = dayAndHours(before, zone);
  return was === is ? "" : `It was on ${was}, and is now on ${is}.`;
}

function dayAndHours(values: MeetingValues, zone: string): string {
  const day = formatLongDate(values.date);
  if (values.kind === "no-class") return day;
  return `${day}, ${formatTimes(values.starts, values.ends)} ${zoneName(startsAt(values, zone), zone)}`;
}

function roomWords({ before, after }: Edit): string {
  if (after.isCancelled || !isClass(after) || before === null || before.room === after.room) {
    return "";
  }
  const place = (room: string | null) =>
    room === null ? "the course’s usual room" : asMarkdown(room);
  return `It was in ${place(before.room)}, and is now in ${place(after.room)}.`;
}

/** The text so that Markdown shows it as it is. */
function asMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function deadlineLines(edit: Edit, facts: ScheduleFacts): { line: string; isMoved: boolean }[] {
  const after = factsOf(edit.id, edit.number, edit.after);
  const isOtherDay = edit.before?.date !== edit.after.date;
  return facts.syllabus.series.flatMap((series) => {
    const [was, is] = [owedIn(meetingBefore(edit), series, facts), owedIn(after, series, facts)];
    const isMoved = was?.getTime() !== is?.getTime();
    if (!isMoved && (is === null || !isOtherDay)) return [];
    const due = is === null ? "nothing is due any more" : `due ${formatInstant(is, facts.zone)}`;
    const former =
      was === null || is === null
        ? ""
        : isMoved
          ? ` instead of ${formatInstant(was, facts.zone)}`
          : " as before";
    return [{ line: `The ${lowerName(series)}: ${due}${former}.`, isMoved }];
  });
}

/** When the class owes the text; null where nobody does. */
function owedIn(meeting: MeetingFacts | null, series: Series, facts: ScheduleFacts): Date | null {
  return meeting === null || isWaivedForAll(meeting, series.key)
    ? null
    : dueIn(meeting, series, facts);
}

function presenterWords({ before, after }: Edit, facts: ScheduleFacts): string {
  if (before?.isCancelled === true && !after.isCancelled) {
    const isSomebodyBack = seatsReturned(facts, after.seats).length > 0;
    return isSomebodyBack ? "Earlier presenters who can still present get their seats back." : "";
  }
  if (facts.seats.length === 0) return "";
  if (after.isCancelled) {
    return "The presenters lose their seats and can be placed in another discussion.";
  }
  const { presentation } = facts.syllabus;
  if (before?.date === after.date || presentation === null) return "";
  const { slidesDue, finalSlidesDue } = presentation;
  const [slides, final] = [slidesDue, finalSlidesDue].map((due) =>
    due === null ? null : formatInstant(relativeDueAt(after, due, facts.zone), facts.zone),
  );
  const finalToo = final === null ? "" : `, and as they were shown ${final}`;
  return `The presenters keep their seats and present on the new day; their slides are due ${slides}${finalToo}.`;
}
