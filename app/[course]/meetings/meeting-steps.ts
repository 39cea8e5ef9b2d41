import { z } from "zod";
import type { FormValues, MeetingAnswer } from "@/components/meetings/meeting-answer";
import { listThemes } from "@/db/meetings";
import {
  addMeeting,
  findOvertaking,
  MeetingChanged,
  previewMeeting,
  saveMeeting,
} from "@/db/meetings-edit";
import type { Viewer } from "@/policy/access";
import type { MeetingText } from "@/policy/meeting-text";
import { meetingKinds } from "@/policy/syllabus";
import { many, ticked } from "../../form";
import { changedRows, previewWords } from "./preview-words";

const text = z.string().default("");
const count = z.coerce.number().int().min(0).max(1_000_000);

/** What the form for a meeting sends. The number is 0 for a new meeting. */
export const meetingForm = z.looseObject({
  intent: z.string().max(40).default("preview"),
  number: count,
  version: count,
  kind: z.enum(meetingKinds, "Choose what kind of meeting it is."),
  date: text,
  starts: text,
  ends: text,
  title: text,
  themeId: text,
  room: text,
  lecturers: text,
  guestName: text,
  guestPage: text,
  seats: text,
  seatsReason: text,
  bonus: text,
  /** The keys of the course's series; each has the fields waived-<key>, due-<key>-date and due-<key>-time. */
  series: many,
  notes: text,
  force: ticked,
  isAnnounced: ticked,
  readingId: many,
  readingTitle: many,
  readingUrl: many,
  readingList: many,
  materialTitle: many,
  materialUrl: many,
});

type MeetingFormInput = z.output<typeof meetingForm>;

/** What the rows of the form are made of: fields of one name each, in the order of the rows. */
const rowFields = {
  reading: ["readingId", "readingTitle", "readingUrl", "readingList"],
  material: ["materialTitle", "materialUrl"],
} as const;

/** A meeting as the fields of the form. There is always a row to type into. */
export function fieldsOf(
  meeting: MeetingText,
  place: { number: number; version: number },
): FormValues {
  const { readings, materials, assignments, ...texts } = meeting;
  const rows = readings.length > 0 ? readings : [{ id: "", title: "", url: "", list: "main" }];
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]])),
    number: [String(place.number)],
    version: [String(place.version)],
    series: Object.keys(assignments),
    ...Object.fromEntries(
      Object.entries(assignments).flatMap(
        ([key, { isWaived, dueDate, dueTime }]): [string, string[]][] => [
          [`due-${key}-date`, [dueDate]],
          [`due-${key}-time`, [dueTime]],
          ...(isWaived ? [[`waived-${key}`, ["yes"]] satisfies [string, string[]]] : []),
        ],
      ),
    ),
    readingId: rows.map((row) => row.id),
    readingTitle: rows.map((row) => row.title),
    readingUrl: rows.map((row) => row.url),
    readingList: rows.map((row) => row.list),
    materialTitle: materials.map((row) => row.title),
    materialUrl: materials.map((row) => row.url),
  };
}

/** What one field has; whoever sends several has made the form up. */
function loneText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textIn(form: MeetingFormInput): MeetingText {
  const { date, starts, ends, kind, title, themeId, room, lecturers } = form;
  const { guestName, guestPage, seats, seatsReason, bonus, notes } = form;
  return {
    ...{ date, starts, ends, kind, title, themeId, room, lecturers },
    ...{ guestName, guestPage, seats, seatsReason, bonus, notes },
    assignments: Object.fromEntries(
      form.series.map((key) => [
        key,
        {
          isWaived: form[`waived-${key}`] === "yes",
          dueDate: loneText(form[`due-${key}-date`]),
          dueTime: loneText(form[`due-${key}-time`]),
        },
      ]),
    ),
    readings: form.readingUrl.map((url, index) => ({
      url,
      id: form.readingId[index] ?? "",
      title: form.readingTitle[index] ?? "",
      list: form.readingList[index] === "suggested" ? "suggested" : "main",
    })),
    materials: form.materialUrl.map((url, index) => ({
      url,
      title: form.materialTitle[index] ?? "",
    })),
  };
}

/** Answers the button that was pressed: another row, the preview, back to the fields, or the save. */
export async function answerMeetingForm(
  viewer: Viewer,
  form: MeetingFormInput & { idempotencyKey: string | null },
  now: Date,
): Promise<MeetingAnswer> {
  const { intent, number, version, isAnnounced, idempotencyKey } = form;
  const typed = textIn(form);
  const values: FormValues = {
    ...fieldsOf(typed, { number, version }),
    ...(form.force ? { force: ["yes"] } : {}),
  };
  if (intent !== "preview" && intent !== "save") {
    return { step: "fields", ...arranged(values, intent) };
  }
  const content = { text: typed, isForced: form.force };
  const seen = { number, version };
  try {
    if (intent === "save") {
      const confirmed = { isAnnounced, idempotencyKey };
      const saved =
        number === 0
          ? await addMeeting(viewer, { ...content, ...confirmed }, now)
          : await saveMeeting(viewer, { ...content, ...seen, ...confirmed }, now);
      return { step: "saved", number: saved.number };
    }
    const [preview, themes] = await Promise.all([
      previewMeeting(
        viewer,
        number === 0 ? { what: "add", ...content } : { what: "save", ...content, ...seen },
        now,
      ),
      listThemes(viewer),
    ]);
    return { step: "preview", preview: previewWords(preview, themes) };
  } catch (error) {
    if (!(error instanceof MeetingChanged)) throw error;
    const [found, themes] = await Promise.all([
      findOvertaking(viewer, { number, text: typed }),
      listThemes(viewer),
    ]);
    return {
      step: "fields",
      values: { ...values, version: [String(found.version)] },
      overtaken: {
        by: found.by,
        rows: changedRows(found.current, found.yours, {
          themes,
          zone: found.zone,
          series: found.syllabus.series,
        }),
      },
    };
  }
}

/** The fields after a button of the rows: add, remove, or move one up. */
function arranged(
  values: FormValues,
  intent: string,
): { values: FormValues; focus?: string | undefined } {
  const [, kind, verb, which] =
    /^(reading|material)-(add|remove|up)(?:-(\d{1,4}))?$/.exec(intent) ?? [];
  if (kind !== "reading" && kind !== "material") return { values, focus: "date" };
  const at = Number(which ?? 0);
  const next = { ...values };
  for (const name of rowFields[kind]) {
    const list = [...(values[name] ?? [])];
    if (verb === "add") list.push(name === "readingList" ? "main" : "");
    else if (verb === "remove") list.splice(at, 1);
    else list.splice(at - 1, 2, list[at] ?? "", list[at - 1] ?? "");
    next[name] = list;
  }
  const count = next[`${kind}Url`]?.length ?? 0;
  const row = verb === "add" ? count : verb === "up" ? at : Math.min(at + 1, count);
  return { values: next, focus: row === 0 ? undefined : `${kind}-${row}-title` };
}
