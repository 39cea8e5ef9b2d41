import { checkSyllabus } from "@/policy/courses";
import { checkMeeting } from "@/policy/meeting-check";
import { identityOf, parseReadingUrl } from "@/policy/readings";
import { Refusal, refusalsIn } from "@/policy/refusal";
import { endOfMinuteAt, parseLocalDate, parseLocalTime } from "@/policy/time";
import type { CourseFile } from "./course-file";
import type { FileProblem, ReadYaml } from "./course-file-problems";
import { syllabusPath } from "./course-file-syllabus";

/** What the rules say against a file whose form is right, each with its place. */
export function problemsOf(file: CourseFile, read: ReadYaml): FileProblem[] {
  const problems: FileProblem[] = [];
  const attempt = (placeOf: (field: string) => readonly PropertyKey[], check: () => unknown) => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { message, field = "" } of refusalsIn(error)) {
        problems.push({ ...read.placeOf(placeOf(field)), message });
      }
    }
  };
  const { syllabus: written } = read.value as { syllabus: { weights?: object } };
  attempt(
    (field) => ["syllabus", ...syllabusPath(field, written)],
    () => {
      checkSyllabus(file.syllabus);
    },
  );
  const partNames = file.parts.map(({ name }) => name);
  for (const [index, name] of partNames.entries()) {
    if (partNames.indexOf(name) === index) continue;
    const message = `The part “${name}” is named twice. Keep one of them.`;
    problems.push({ ...read.placeOf(["parts", index, "name"]), message });
  }
  const themes = [...file.parts.flatMap((part) => part.themes), ...file.otherThemes];
  const places: (readonly PropertyKey[])[] = [
    ...file.parts.flatMap(({ themes: named }, part) =>
      named.map((_, index) => ["parts", part, "themes", index]),
    ),
    ...file.otherThemes.map((_, index) => ["otherThemes", index]),
  ];
  for (const [index, theme] of themes.entries()) {
    if (themes.indexOf(theme) === index) continue;
    const message = `The theme “${theme}” is named twice. Keep one of them.`;
    problems.push({ ...read.placeOf(places[index] ?? []), message });
  }
  const opensAfter = file.syllabus.presentation?.signUp?.opensAfterMeeting;
  if (opensAfter !== undefined && !file.meetings.some(({ number }) => number === opensAfter)) {
    problems.push({
      ...read.placeOf(["syllabus", "presentation", "signUp", "opensAfterMeeting"]),
      message: `No meeting has the number ${opensAfter}. Write one that sign-up can open after.`,
    });
  }
  const numbers = new Set<number>();
  const slugs = new Map<string, string>();
  const keys = file.syllabus.series.map(({ key }) => key);
  for (const [index, entry] of file.meetings.entries()) {
    const at = (...path: PropertyKey[]) => read.placeOf(["meetings", index, ...path]);
    const say = (message: string, ...path: PropertyKey[]) => {
      problems.push({ ...at(...path), message });
    };
    if (entry.seats !== undefined && entry.kind !== "discussion") {
      say(
        "Only a discussion has presenters’ seats. Take “seats” out, or correct the kind.",
        "seats",
      );
    }
    if (numbers.has(entry.number))
      say(`The number ${entry.number} is given twice. Give each meeting its own.`, "number");
    numbers.add(entry.number);
    if (entry.theme !== undefined && !themes.includes(entry.theme)) {
      say(
        `The theme “${entry.theme}” is in no part, and not among otherThemes. Add it there.`,
        "theme",
      );
    }
    for (const [place, key] of entry.waives.entries()) {
      if (keys.includes(key)) continue;
      say(`No series has the key “${key}”. The course has: ${keys.join(", ")}.`, "waives", place);
    }
    for (const key of Object.keys(entry.deadlines)) {
      if (!keys.includes(key)) {
        say(
          `No series has the key “${key}”. The course has: ${keys.join(", ")}.`,
          "deadlines",
          key,
        );
        continue;
      }
      attempt(
        () => ["meetings", index, "deadlines", key],
        () => deadlineOf(entry.deadlines[key] ?? "", file.course.timeZone),
      );
    }
    attempt(
      (field) => ["meetings", index, field],
      () =>
        checkMeeting(
          {
            ...entry,
            starts: entry.starts ?? file.course.meets.starts,
            ends: entry.ends ?? file.course.meets.ends,
            seats: seatsOf(entry, file),
            seatsReason: entry.seatsReason ?? "",
          },
          file.syllabus,
          file.course.timeZone,
        ),
    );
    const urls = new Set<string>();
    for (const list of ["main", "suggested"] as const) {
      for (const [place, item] of entry[list].entries()) {
        attempt(
          () => ["meetings", index, list, place, "url"],
          () => {
            const parsed = parseReadingUrl(item.url);
            if (urls.has(identityOf(parsed.url))) {
              throw new Refusal(
                `“${item.title}” is on the meeting’s lists twice. Keep one of them.`,
              );
            }
            const paper = identityOf(parsed.url);
            urls.add(paper);
            if (item.slug !== undefined && (slugs.get(item.slug) ?? paper) !== paper) {
              throw new Refusal(
                `The slug “${item.slug}” is given to two papers. Give each its own.`,
              );
            }
            if (item.slug !== undefined) slugs.set(item.slug, paper);
          },
        );
      }
    }
  }
  return problems;
}

/** A deadline of the file as an instant: the end of its minute on the course's clocks, or the instant that it names. */
export function deadlineOf(written: string, zone: string): Date {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(written) ?? [];
  if (date === undefined || time === undefined) {
    parseLocalDate(written.slice(0, 10));
    const at = new Date(written);
    if (!Number.isNaN(at.getTime())) return at;
    throw new Refusal("This instant does not exist. Write the deadline as 2024-02-05 23:59.");
  }
  return endOfMinuteAt(parseLocalDate(date), parseLocalTime(time), zone);
}

/** The presenters' seats that a meeting of the file gets. */
export function seatsOf(entry: CourseFile["meetings"][number], file: CourseFile): number {
  if (entry.kind !== "discussion" || file.syllabus.presentation === null) return 0;
  return entry.seats ?? file.syllabus.presentation.seats;
}
