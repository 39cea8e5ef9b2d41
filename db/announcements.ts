import { and, desc, eq, lte, sql, type Placeholder } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import { checkAnnouncement } from "@/policy/announcements";
import { alreadyDone, record } from "./audit";
import { db, type Scope, type Tx } from "./client";
import { lockCourse, raiseRevision } from "./courses";
import { announcements, enrolments, people } from "./schema";

/** A title, and a text in Markdown. */
interface News {
  title: string;
  body: string;
}

/** Announcements have no secrets, once they are posted: the demo's clock may stand before that. */
function visible(viewer: Scope, now: Date | Placeholder) {
  return and(eq(announcements.courseId, viewer.courseId), lte(announcements.postedAt, now));
}

/** The course's announcements up to now, newest first. */
export async function listAnnouncements(viewer: Viewer, now: Date) {
  demand(viewer, "read the course");
  return db
    .select({
      id: announcements.id,
      title: announcements.title,
      body: announcements.body,
      postedAt: announcements.postedAt,
      postedBy: people.name,
    })
    .from(announcements)
    .innerJoin(enrolments, eq(enrolments.id, announcements.postedBy))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(visible(viewer, now))
    .orderBy(desc(announcements.postedAt), announcements.id);
}

/** The newest of them up to the `now` of the statement, by its title alone; null before the first. */
export function newestAnnouncement(viewer: Scope) {
  type Newest = { id: string; title: string; postedAt: string } | null;
  return sql`(
    select json_build_object('id', ${announcements.id}, 'title', ${announcements.title},
      'postedAt', ${announcements.postedAt}) from ${announcements}
    where ${visible(viewer, sql.placeholder("now"))}
    order by ${announcements.postedAt} desc, ${announcements.id} limit 1)`.mapWith(
    (newest: Newest) => newest && { ...newest, postedAt: new Date(newest.postedAt) },
  );
}

/** Posts news, in Markdown, on the course's home page. Refuses by the rules of `checkAnnouncement`. */
export async function postAnnouncement(
  viewer: Viewer,
  post: News & { idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "post announcements");
  const news = checkAnnouncement(post);
  await db.transaction(async (tx) => {
    await lockCourse(tx, viewer);
    if (await alreadyDone(tx, viewer, post.idempotencyKey)) return;
    await announce(tx, viewer, { ...news, idempotencyKey: post.idempotencyKey }, now);
    await raiseRevision(tx, viewer);
  });
}

/** Writes an announcement in the transaction of what it is about. Whoever calls it raises the course's revision. */
export async function announce(
  tx: Tx,
  viewer: Viewer,
  { title, body, idempotencyKey }: News & { idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "post announcements");
  const id = randomUUID();
  const { courseId, enrolmentId } = viewer;
  await tx
    .insert(announcements)
    .values({ id, courseId, title, body, postedBy: enrolmentId, postedAt: now });
  const details = { title };
  await record(
    tx,
    viewer,
    { action: "announcement-posted", subjectId: id, details, idempotencyKey },
    now,
  );
}
