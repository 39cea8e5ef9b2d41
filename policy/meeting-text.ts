import { checkLength, cleaned } from "./texts";
import { checkMeeting } from "./meeting-check";
import { readPapers, type PaperRow } from "./meeting-papers";
import type { AssignmentValues, MeetingValues } from "./meeting-values";
import { checkAll, checkEach, Refusal } from "./refusal";
import type { MeetingKind, PersonLink, Series, Syllabus } from "./syllabus";
import {
  endOfMinuteAt,
  instantAt,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  parseLocalTime,
} from "./time";

/** What the form holds for a series at the meeting, as it was typed; without a day and a time the rule decides. */
export interface AssignmentText {
  isWaived: boolean;
  dueDate: string;
  dueTime: string;
}

/** What the form for a meeting holds, as it was typed. */
export interface MeetingText {
  date: string;
  starts: string;
  ends: string;
  kind: MeetingKind;
  title: string;
  themeId: string;
  room: string;
  /** One a line. */
  lecturers: string;
  guestName: string;
  guestPage: string;
  /** Empty is the course's own number. */
  seats: string;
  seatsReason: string;
  /** In points; empty is none. */
  bonus: string;
  /** By the key of the series; one that is not among them is as the rule says. */
  assignments: Record<string, AssignmentText>;
  notes: string;
  readings: PaperRow[];
  materials: { title: string; url: string }[];
}

/** The form of a series for which nothing is set. */
export const blankAssignment: AssignmentText = { isWaived: false, dueDate: "", dueTime: "" };

/** The form for a new meeting, but for the course's usual hours. */
export const blankMeeting: Omit<MeetingText, "starts" | "ends"> = {
  date: "",
  kind: "lecture",
  title: "",
  themeId: "",
  room: "",
  lecturers: "",
  guestName: "",
  guestPage: "",
  seats: "",
  seatsReason: "",
  bonus: "",
  assignments: {},
  notes: "",
  readings: [],
  materials: [],
};

/** What the form is read beside. */
export interface MeetingContext {
  syllabus: Pick<Syllabus, "series" | "presentation">;
  zone: string;
  /** The meeting as it stands; null for a new one. */
  former: MeetingValues | null;
  /** Every paper of the course. */
  papers: readonly { id: string; title: string; url: string }[];
  themeIds: readonly string[];
}

/** The meeting as the form shows it. A number of seats that is the course's own stays empty. */
export function textOf(
  values: MeetingValues,
  syllabus: Pick<Syllabus, "series" | "presentation">,
  zone: string,
): MeetingText {
  const isUsual = values.seats === 0 || values.seats === syllabus.presentation?.seats;
  return {
    date: values.date,
    starts: values.starts,
    ends: values.ends,
    kind: values.kind,
    title: values.title,
    themeId: values.themeId ?? "",
    room: values.room ?? "",
    lecturers: values.lecturers.join("\n"),
    guestName: values.guest?.name ?? "",
    guestPage: values.guest?.page ?? "",
    seats: isUsual ? "" : String(values.seats),
    seatsReason: values.seatsReason ?? "",
    bonus: values.bonus === 0 ? "" : String(values.bonus / 100),
    assignments: Object.fromEntries(
      syllabus.series.map(({ key }) => [key, assignmentTextOf(values.assignments[key], zone)]),
    ),
    notes: values.notes,
    readings: values.readings.map((paper) => ({ ...paper, id: paper.id ?? "" })),
    materials: values.materials,
  };
}

function assignmentTextOf(set: AssignmentValues | undefined, zone: string): AssignmentText {
  const due = localOf(set?.dueAt ?? null, zone);
  return { isWaived: set?.isWaived ?? false, dueDate: due.date, dueTime: due.time };
}

function localOf(instant: string | null, zone: string): { date: string; time: string } {
  if (instant === null) return { date: "", time: "" };
  const at = new Date(instant);
  return { date: localDateOf(at, zone), time: localTimeOf(at, zone) };
}

/** The seats of a meeting of that kind unless it says otherwise; none where nobody presents. */
function usualSeats(kind: MeetingKind, { presentation }: Pick<Syllabus, "presentation">): number {
  return kind === "discussion" ? (presentation?.seats ?? 0) : 0;
}

/**
 * The meeting that the form asks for. Refuses, beside its field, whatever cannot be: an impossible date or time, a
 * missing title, half a deadline, an address that nobody can open, a paper twice on the list.
 */
export function readMeetingText(text: MeetingText, context: MeetingContext): MeetingValues {
  const { former, syllabus, zone } = context;
  const input = {
    date: text.date,
    starts: text.starts,
    ends: text.ends,
    kind: text.kind,
    title: text.title,
    seats: text.seats.trim() === "" ? usualSeats(text.kind, syllabus) : Number(text.seats),
    seatsReason: text.seatsReason,
    bonus: text.bonus.trim() === "" ? 0 : Math.round(Number(text.bonus) * 10_000) / 100,
  };
  const { checked, ...others } = checkAll({
    checked: () => checkMeeting(input, syllabus, zone, former?.seats ?? null),
    themeId: () => readTheme(text.themeId, context.themeIds),
    room: () => limited(text.room.trim(), 200, "The room", "room") || null,
    lecturers: () => readLecturers(text.lecturers),
    guest: () => readGuest(text),
    assignments: () => readAssignments(text, syllabus.series, former, zone),
    readings: () => readPapers(text.readings, context.papers),
    materials: () => readMaterials(text.materials),
    notes: () => limited(cleaned(text.notes), 50_000, "The text", "notes"),
  });
  return {
    ...checked,
    ...others,
    seatsReason: checked.seatsReason === "" ? null : checked.seatsReason,
    isCancelled: former?.isCancelled ?? false,
  };
}

function readTheme(themeId: string, themeIds: readonly string[]): string | null {
  if (themeId === "") return null;
  if (themeIds.includes(themeId)) return themeId;
  throw new Refusal("This theme is not one of the course. Choose another one.", "themeId");
}

function readLecturers(typed: string): string[] {
  return limited(typed, 2000, "The list of lecturers", "lecturers")
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The text, refused beside its field when it is longer than `limit` characters. */
function limited(text: string, limit: number, what: string, field: string): string {
  checkLength(text, limit, what, field);
  return text;
}

function readGuest(text: MeetingText): PersonLink | null {
  const [name, page] = [text.guestName.trim(), text.guestPage.trim()];
  if (name === "" && page === "") return null;
  return checkAll({
    name: () => {
      if (name !== "") return limited(name, 200, "The guest’s name", "guestName");
      throw new Refusal("There is a page but no name. Say who the guest is.", "guestName");
    },
    page: () => (page === "" ? null : webPage(page, "guestPage")),
  });
}

function webPage(typed: string, field: string): string {
  const url = !/\s/.test(typed) && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username + url.password !== "") {
    throw new Refusal(
      "This is not an address that everybody can open. Paste one that begins with https://.",
      field,
    );
  }
  return limited(url.href, 2000, "The address", field);
}

function readAssignments(
  text: MeetingText,
  all: readonly Pick<Series, "key">[],
  former: MeetingValues | null,
  zone: string,
): MeetingValues["assignments"] {
  const read = checkEach(all, ({ key }): [string, AssignmentValues] => {
    const typed = text.assignments[key] ?? blankAssignment;
    const was = former?.assignments[key]?.dueAt ?? null;
    return [key, { isWaived: typed.isWaived, dueAt: readDue(key, typed, was, zone) }];
  });
  return Object.fromEntries(read);
}

/** An instant that shows as it did stays to the millisecond, so that opening and saving a form moves nothing. */
function readDue(
  key: string,
  { dueDate, dueTime }: AssignmentText,
  former: string | null,
  zone: string,
): string | null {
  const shown = localOf(former, zone);
  const [day, minute] = [dueDate.trim(), dueTime.trim()];
  const [dateField, timeField] = [`due-${key}-date`, `due-${key}-time`];
  if (day === "" && minute === "") return null;
  if (day === shown.date && minute === shown.time) return former;
  if (day === "") throw new Refusal("There is a time but no day. Type the day too.", dateField);
  if (minute === "") {
    throw new Refusal("There is a day but no time. Type the time too.", timeField);
  }
  const { date, time } = checkAll({
    date: () => parseLocalDate(day, dateField),
    time: () => parseLocalTime(minute, timeField),
  });
  instantAt(date, time, zone, undefined, timeField);
  return endOfMinuteAt(date, time, zone).toISOString();
}

function readMaterials(rows: MeetingText["materials"]): MeetingValues["materials"] {
  return checkEach(rows, (row, index) => {
    const [titleField, urlField] = [`material-${index + 1}-title`, `material-${index + 1}-url`];
    const [title, url] = [row.title.trim(), row.url.trim()];
    if (title === "" && url === "") return [];
    const read = checkAll({
      title: () => {
        if (title !== "") return limited(title, 500, "The title", titleField);
        throw new Refusal("This material has no title. Give it one.", titleField);
      },
      url: () => webPage(url, urlField),
    });
    return [read];
  }).flat();
}
