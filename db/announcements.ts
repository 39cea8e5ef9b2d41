import { and, desc, eq, lte, sql, type Placeholder } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import { checkAnnouncement } from "@/policy/announcements";
import { alreadyDone, record } from "./audit";
import { db, once, type Scope } from "./client";
import { lockCourse, raiseRevision } from "./courses";
import { announcements, enrolments, people } from "./schema";

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

const newest = once((over, viewer) =>
  over
    .select({
      id: announcements.id,
      title: announcements.title,
      postedAt: announcements.postedAt,
    })
    .from(announcements)
    .where(visible(viewer, sql.placeholder("now")))
    .orderBy(desc(announcements.postedAt), announcements.id)
    .limit(1)
    .prepare("newest announcement"),
);

/** The newest of them, by its title alone; undefined before the first. */
export async function findLatestAnnouncement(viewer: Viewer, now: Date) {
  demand(viewer, "read the course");
  const [latest] = await newest().execute({ ...viewer, now: now.toISOString() });
  return latest;
}

/** Posts news, in Markdown, on the course's home page. Refuses by the rules of `checkAnnouncement`. */
export async function postAnnouncement(
  viewer: Viewer,
  post: { title: string; body: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "post announcements");
  const { title, body } = checkAnnouncement(post);
  await db.transaction(async (tx) => {
    await lockCourse(tx, viewer);
    if (await alreadyDone(tx, viewer, post.idempotencyKey)) return;
    const id = randomUUID();
    await tx.insert(announcements).values({
      id,
      courseId: viewer.courseId,
      title,
      body,
      postedBy: viewer.enrolmentId,
      postedAt: now,
    });
    await record(
      tx,
      viewer,
      {
        action: "posted an announcement",
        subjectId: id,
        details: { title },
        idempotencyKey: post.idempotencyKey,
      },
      now,
    );
    await raiseRevision(tx, viewer);
  });
}
