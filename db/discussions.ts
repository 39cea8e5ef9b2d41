import { asc, eq } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { db } from "./client";
import { enrolments, people, seats } from "./schema";

/** Who presents is for the class to know. */
function visible(viewer: Viewer) {
  demand(viewer, "see the class");
  return eq(seats.courseId, viewer.courseId);
}

/** Who presents at which meeting, by seat. */
export async function listPresenters(viewer: Viewer) {
  return db
    .select({
      meetingId: seats.meetingId,
      number: seats.number,
      enrolmentId: seats.enrolmentId,
      name: people.name,
    })
    .from(seats)
    .innerJoin(enrolments, eq(enrolments.id, seats.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(visible(viewer))
    .orderBy(asc(seats.meetingId), asc(seats.number));
}
