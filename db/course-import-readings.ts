import { randomUUID } from "node:crypto";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { identityOf, parseReadingUrl, slugFor } from "@/policy/readings";
import { Refusal } from "@/policy/refusal";
import { counted } from "@/policy/wording";
import type { Tx } from "./client";
import type { CourseFile } from "./course-file";
import { materials, meetingReadings, meetings, readings } from "./schema";

type Entry = CourseFile["meetings"][number];
type Reading = typeof readings.$inferSelect;

/**
 * Writes the papers and materials of the file's meetings as it has them. A paper is recognised by what its address
 * means, and what the file says of it holds. Returns what changed; a meeting whose lists change gets a new version.
 */
export async function writeReadings(
  tx: Tx,
  courseId: string,
  file: CourseFile,
  added: ReadonlySet<number>,
): Promise<string[]> {
  const held = await tx
    .select({ id: meetings.id, number: meetings.number })
    .from(meetings)
    .where(eq(meetings.courseId, courseId));
  const idOf = new Map(held.map(({ id, number }) => [number, id]));
  const papers = await writePapers(tx, courseId, file);
  const former = await formerLists(tx, courseId);
  const entries = file.meetings.flatMap((entry) => {
    const meetingId = idOf.get(entry.number);
    if (meetingId === undefined) return [];
    const lists = listsOf(entry, papers.idOf);
    const hasChanged = JSON.stringify(lists) !== JSON.stringify(former.get(meetingId) ?? noLists);
    return hasChanged ? [{ number: entry.number, meetingId, ...lists }] : [];
  });
  if (entries.length === 0) return papers.changes;
  const ids = entries.map(({ meetingId }) => meetingId);
  await tx.delete(meetingReadings).where(inArray(meetingReadings.meetingId, ids));
  await tx.delete(materials).where(inArray(materials.meetingId, ids));
  const readingRows = entries.flatMap(({ meetingId, main, suggested }) => [
    ...rowsOf(courseId, meetingId, "main", main),
    ...rowsOf(courseId, meetingId, "suggested", suggested),
  ]);
  const materialRows = entries.flatMap(({ meetingId, ...lists }) =>
    lists.materials.map(([title, url], position) => ({
      ...{ id: randomUUID(), meetingId, position, title, url },
    })),
  );
  if (readingRows.length > 0) await tx.insert(meetingReadings).values(readingRows);
  if (materialRows.length > 0) await tx.insert(materials).values(materialRows);
  const changed = entries.filter(({ number }) => !added.has(number));
  if (changed.length > 0) {
    await tx
      .update(meetings)
      .set({ version: sql`${meetings.version} + 1` })
      .where(
        inArray(
          meetings.id,
          changed.map(({ meetingId }) => meetingId),
        ),
      );
  }
  return [
    ...papers.changes,
    ...changed.map(({ number }) => `Meeting ${number}: papers or materials changed.`),
  ];
}

interface Lists {
  /** Ids of papers, in order. */
  main: string[];
  suggested: string[];
  /** Titles and addresses, in order. */
  materials: [title: string, url: string][];
}

const noLists: Lists = { main: [], suggested: [], materials: [] };

function listsOf(entry: Entry, idOf: (url: string) => string): Lists {
  return {
    main: entry.main.map(({ url }) => idOf(url)),
    suggested: entry.suggested.map(({ url }) => idOf(url)),
    materials: entry.materials.map(({ title, url }) => [title, url]),
  };
}

/** The lists as the meetings have them, by the meeting's id. */
async function formerLists(tx: Tx, courseId: string): Promise<Map<string, Lists>> {
  const lists = new Map<string, Lists>();
  const listsAt = (meetingId: string) => {
    const known = lists.get(meetingId) ?? { main: [], suggested: [], materials: [] };
    lists.set(meetingId, known);
    return known;
  };
  const read = await tx
    .select()
    .from(meetingReadings)
    .where(eq(meetingReadings.courseId, courseId))
    .orderBy(asc(meetingReadings.position));
  for (const { meetingId, list, readingId } of read) listsAt(meetingId)[list].push(readingId);
  const given = await tx
    .select({ meetingId: materials.meetingId, title: materials.title, url: materials.url })
    .from(materials)
    .innerJoin(meetings, eq(meetings.id, materials.meetingId))
    .where(eq(meetings.courseId, courseId))
    .orderBy(asc(materials.position));
  for (const { meetingId, title, url } of given) listsAt(meetingId).materials.push([title, url]);
  return lists;
}

function rowsOf(courseId: string, meetingId: string, list: "main" | "suggested", ids: string[]) {
  return ids.map((readingId, position) => ({
    ...{ id: randomUUID(), courseId, meetingId, readingId, list, position },
  }));
}

/** Writes the papers of the file; what it says of one first holds. Refuses a slug that is another paper's. */
async function writePapers(tx: Tx, courseId: string, file: CourseFile) {
  const existing = await tx
    .select()
    .from(readings)
    .where(eq(readings.courseId, courseId))
    .orderBy(asc(readings.slug));
  const byUrl = new Map(existing.map((row) => [row.url, row]));
  const byIdentity = new Map(existing.map((row) => [identityOf(row.url), row]));
  const find = (url: string) => byUrl.get(url) ?? byIdentity.get(identityOf(url));
  const slugs = new Set(existing.map((row) => row.slug));
  const seen = new Set<string>();
  const added: Reading[] = [];
  const changes: string[] = [];
  for (const item of file.meetings.flatMap(({ main, suggested }) => [...main, ...suggested])) {
    const { url, year } = parseReadingUrl(item.url);
    const former = find(url);
    if (former === undefined) {
      const slug = item.slug ?? slugFor(item.title, slugs);
      if (slugs.has(slug)) {
        throw new Refusal(
          `The slug “${slug}” is another paper’s. Give “${item.title}” one of its own, or none.`,
        );
      }
      const facts = { title: item.title, authors: item.authors ?? null, year: item.year ?? year };
      const row = { id: randomUUID(), courseId, slug, url, ...facts };
      added.push(row);
      byUrl.set(url, row);
      byIdentity.set(identityOf(url), row);
      slugs.add(slug);
      seen.add(row.id);
      continue;
    }
    if (seen.has(former.id)) continue;
    seen.add(former.id);
    const facts = {
      url,
      title: item.title,
      authors: item.authors ?? former.authors,
      year: item.year ?? former.year,
    };
    const changed = (["url", "title", "authors", "year"] as const).filter(
      (fact) => facts[fact] !== former[fact],
    );
    if (changed.length === 0) continue;
    await tx.update(readings).set(facts).where(eq(readings.id, former.id));
    changes.push(`Paper “${item.title}”: ${changed.join(", ")} changed.`);
  }
  if (added.length > 0) {
    await tx.insert(readings).values(added);
    changes.push(`${counted(added.length, "paper")} new.`);
  }
  const idOf = (written: string): string => {
    const paper = find(parseReadingUrl(written).url);
    if (paper === undefined) throw new Error(`No paper was written for ${written}.`);
    return paper.id;
  };
  return { idOf, changes };
}
