import { expect, test } from "@playwright/test";
import { formerRows, openFormerDatabase, type FormerRow } from "@/e2e/factory-former";
import { sql } from "./client";
import { migrate } from "./migrate";

// One database for all, which none of them changes.
test.describe.configure({ mode: "serial" });

let former: Awaited<ReturnType<typeof openFormerDatabase>>;
test.beforeAll(async () => {
  former = await openFormerDatabase();
  await migrate();
});
test.afterAll(() => former.close());

const before = formerRows();
const rowsOf = (table: string) => before.flatMap((one) => (one.table === table ? [one.row] : []));

/** The rows of a table as they are now, in the form of the fixture. */
async function rowsNow(table: string): Promise<FormerRow[]> {
  const rows = await sql<{ row: FormerRow }[]>`select row_to_json(t) as row from ${sql(table)} t`;
  return rows.map(({ row }) => row);
}

const keys: Record<string, string> = { sign_ins: "token_hash", throttle: "key" };

/** What says whose work of which assignment a row is about. */
const place = ["meeting_id", "enrolment_id"];

/** Columns of 0.1.0 whose content has gone elsewhere or is said in another form; the tests below follow it. */
const moved: Record<string, string[]> = {
  courses: ["syllabus", "lived_until"],
  meetings: ["pre_waived", "post_waived", "pre_due_at", "post_due_at"],
  submissions: [...place, "assignment", "text", "about_submission_id", "about_position"],
  drafts: [...place, "assignment", "content"],
  exceptions: [...place, "assignment"],
  grades: [...place, "kind"],
  claims: [...place, "kind"],
  audit: ["action", "details"],
};

test("no row is lost, none is added, and what has not moved stays as it was", async () => {
  const tables = [...new Set(before.map(({ table }) => table))];
  expect(tables).toHaveLength(20);
  for (const table of tables) {
    const key = keys[table] ?? "id";
    const now = new Map((await rowsNow(table)).map((row) => [row[key], row]));
    const rows = rowsOf(table);
    expect(now.size, table).toBe(rows.length);
    for (const row of rows) {
      const stays = Object.entries(row).filter(([column]) => !moved[table]?.includes(column));
      expect(now.get(row[key]), `${table} ${String(row[key])}`).toMatchObject(
        Object.fromEntries(stays),
      );
    }
  }
});

/** Rows of a table with the meeting and the work of their assignment, and whose they are. */
async function placed(table: string) {
  return sql<{ id: string; course_id: string; meeting_id: string; work: string; whose: string }[]>`
    select t.id, a.course_id, a.meeting_id, a.work, s.enrolment_id as whose from ${sql(table)} t
    join assignments a on a.id = t.assignment_id join submitters s on s.id = t.submitter_id`;
}

for (const table of ["submissions", "drafts", "exceptions", "grades", "claims"]) {
  test(`${table} belong to the student, the meeting and the work to which they belonged`, async () => {
    const byId = new Map((await placed(table)).map((row) => [row.id, row]));
    const rows = rowsOf(table);
    expect(rows).not.toHaveLength(0);
    for (const { id, course_id, meeting_id, enrolment_id, assignment, kind } of rows) {
      const work = assignment ?? kind;
      expect(byId.get(String(id)), `${table} ${String(id)}`).toEqual({
        ...{ id, course_id, meeting_id, work },
        whose: enrolment_id,
      });
    }
  });
}

test("a text says what it said, about the question that it was about", async () => {
  const now = await sql<{ id: string; answers: string[]; about: (string | number | null)[] }[]>`
    select s.id, s.answers, json_build_array(q.submission_id, q.position) as about
    from submissions s left join questions q on q.id = s.about_question_id`;
  const texts = new Map(now.map(({ id, answers, about }) => [id, { answers, about }]));
  for (const { id, text, about_submission_id, about_position } of rowsOf("submissions")) {
    const about = [about_submission_id, about_position];
    expect(texts.get(String(id))).toEqual({ answers: [text], about });
  }
});

test("a draft holds what was typed", async () => {
  const now = new Map((await rowsNow("drafts")).map(({ id, content }) => [id, content]));
  for (const { id, content } of rowsOf("drafts")) {
    const { text, ...typed } = content as FormerRow;
    expect(now.get(id)).toEqual({ ...typed, answers: [text] });
  }
});

test("what staff had set for a meeting holds, even where nothing is due for it", async () => {
  const now = await sql<{ meeting_id: string; work: string; set: unknown[] }[]>`
    select meeting_id, work, json_build_array(is_waived, due_at) as set from assignments`;
  const set = new Map(now.map((row) => [`${row.meeting_id} ${row.work}`, row.set]));
  const meetings = rowsOf("meetings");
  for (const { id, ...row } of meetings) {
    const at = (work: string) => set.get(`${String(id)} ${work}`);
    expect(at("pre")).toEqual([row["pre_waived"], row["pre_due_at"]]);
    expect(at("post")).toEqual([row["post_waived"], row["post_due_at"]]);
    expect(at("presentation")).toEqual([false, null]);
  }
  expect(meetings.filter((row) => row["pre_due_at"] !== null).length).toBeGreaterThan(3);
});

/** What a row of the log is about, where that is somebody's work: a submission, an exception or a grade. */
const workById = new Map(
  ["submissions", "exceptions", "grades"].flatMap((table) =>
    rowsOf(table).map((row) => [row["id"], row] as const),
  ),
);

test("the log says of everybody’s work what it said", async () => {
  const rows = await sql<{ id: string; key: string }[]>`
    select id, meeting_id || ' ' || work as key from assignments where meeting_id is not null`;
  const assignments = new Map(rows.map(({ id, key }) => [id, key]));
  const now = new Map((await rowsNow("audit")).map((row) => [row["id"], row]));
  let about = 0;
  for (const { id, action, subject_id, details } of rowsOf("audit")) {
    const was = details as FormerRow;
    const is = now.get(id)?.["details"] as FormerRow;
    const assigned = assignments.get(String(is["assignmentId"]));
    const work = workById.get(subject_id);
    if (work !== undefined) {
      about += 1;
      expect(assigned).toBe(
        `${String(work["meeting_id"])} ${String(work["assignment"] ?? work["kind"])}`,
      );
      expect(is["submitterId"]).toBe(work["enrolment_id"]);
      const {
        meetingId: _meeting,
        enrolmentId: _whose,
        assignment: _assignment,
        kind,
        ...rest
      } = was;
      expect(is).toMatchObject(
        "assignment" in work ? { ...rest, ...(kind === undefined ? {} : { kind }) } : rest,
      );
    } else if (action === "released grades") {
      expect(assigned).toBe(`${String(subject_id)} ${String(was["kind"])}`);
      const { told: released, corrected, waiting } = was;
      expect(is).toMatchObject({ released, corrected, waiting });
    } else if ("after" in was) {
      for (const side of ["before", "after"]) expect(is[side]).toEqual(valuesOf(was[side]));
      const { before: _before, after: _after, ...rest } = was;
      expect(is).toMatchObject(rest);
    } else if ("seat" in was) {
      expect(is).toEqual({ seats: was["seat"] === null ? [] : [was["seat"]] });
    } else {
      expect(is).toEqual(was);
    }
  }
  expect(about).toBeGreaterThan(500);
});

/** A meeting in full as the log keeps it now; null for one that was not there. */
function valuesOf(was: unknown): unknown {
  if (was === null) return null;
  const { preWaived, postWaived, preDueAt, postDueAt, ...rest } = was as FormerRow;
  const pre = { isWaived: preWaived, dueAt: preDueAt };
  return { ...rest, assignments: { pre, post: { isWaived: postWaived, dueAt: postDueAt } } };
}

test("every event of the log has a name, and those that differed still do", async () => {
  const now = new Map((await rowsNow("audit")).map((row) => [row["id"], String(row["action"])]));
  const names = new Map<string, string>();
  for (const { id, action } of rowsOf("audit")) {
    const name = now.get(id) ?? "";
    expect(name, String(action)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    // What was handed in is one event by now, whatever the work.
    const was = String(action).replace(/^handed in a (pre|post)-assignment$/, "handed in");
    expect(names.get(was) ?? name, was).toBe(name);
    names.set(was, name);
  }
  expect(new Set(names.values()).size).toBe(names.size);
});
