import { z } from "zod";
import { demand, type Viewer } from "@/policy/access";
import { gradingItems, type Gradable, type GradingItem } from "@/policy/grading";
import type { GradedCourse } from "@/policy/score-facts";
import { countStudents, readScoreFacts } from "./grades";

/** How many items of an assignment are listed on one page. */
export const itemsPageSize = 50;

type Clock = Pick<GradedCourse, "zone" | "now">;

/** A page of the items of an assignment by name, and how many there are in all; the presenters of a meeting are on one. */
export async function listGradingItems(
  viewer: Viewer,
  gradable: Gradable,
  course: Clock,
  page: number,
): Promise<{ items: GradingItem[]; total: number }> {
  demand(viewer, "grade");
  const { assignmentId, kind, meeting } = gradable;
  if (kind === "presentation") {
    const presenters = await readScoreFacts(viewer, { assignmentId, presentAt: meeting?.id });
    const items = gradingItems(presenters, gradable, course);
    return { items, total: items.length };
  }
  const wanted = { assignmentId, limit: itemsPageSize, offset: (page - 1) * itemsPageSize };
  const [students, total] = await Promise.all([
    readScoreFacts(viewer, wanted),
    countStudents(viewer),
  ]);
  return { items: gradingItems(students, gradable, course), total };
}

/** One item of an assignment; undefined where the student has none, or takes no part in the course any more. */
export async function findGradingItem(
  viewer: Viewer,
  gradable: Gradable,
  course: Clock,
  submitterId: string,
): Promise<GradingItem | undefined> {
  demand(viewer, "grade");
  const { assignmentId } = gradable;
  const wanted = { enrolmentId: submitterId, assignmentId, isActive: true } as const;
  return gradingItems(await readScoreFacts(viewer, wanted), gradable, course)[0];
}

/** The item that an address says was just saved; undefined for an address that says none. */
export async function findSavedItem(
  viewer: Viewer,
  gradable: Gradable,
  course: Clock,
  asked: string | string[] | undefined,
): Promise<GradingItem | undefined> {
  demand(viewer, "grade");
  const id = z.uuid().safeParse(asked);
  return id.success ? findGradingItem(viewer, gradable, course, id.data) : undefined;
}
