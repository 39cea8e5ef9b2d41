import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { sql, type SQL } from "drizzle-orm";
import { postAnnouncement } from "./announcements";
import { db } from "./client";
import { assignmentIdOf, meetingIdOf, openCourse, takeSeats, tokenFor } from "@/e2e/factory";
import { grantTo, handIn } from "@/e2e/factory-assignments";
import { scorePresentation } from "./grades-presentation";
import { scoreSubmission } from "./grades-score";
import { findBroken } from "./invariants";
import { dropStudent } from "./roster-changes";

class Undone extends Error {}

/** A course in which everything has happened once. */
async function livedCourse() {
  const course = await openCourse();
  const { courseId, ada, ben, tara, iris, now } = course;
  const duringSignUp = new Date("2024-01-17T12:00:00-05:00");
  await takeSeats(course, 4, [ben, course.eli, course.fay], duringSignUp);
  await handIn(ada, { number: 6, at: new Date("2024-01-31T12:00:00-05:00") });
  await handIn(ada, { at: now });
  await grantTo(course, course.gus, { kind: "waived" });
  const fourth = await meetingIdOf(courseId, 4);
  const saved = { comment: "", overrule: null, idempotencyKey: null };
  const work = {
    assignmentId: await assignmentIdOf(courseId, "pre", 6),
    submitterId: ada.enrolmentId,
  };
  await scoreSubmission(tara, { ...saved, ...work, basedOn: 0, score: 100 }, now);
  const presenters = [ben, course.eli, course.fay].map(({ enrolmentId }) => `${enrolmentId}:0`);
  await scorePresentation(
    tara,
    {
      ...saved,
      assignmentId: await assignmentIdOf(courseId, "presentation", 4),
      aspects: [2, 2, 2, 2, 1],
      basedOn: presenters.sort().join(" "),
    },
    now,
  );
  await postAnnouncement(iris, { title: "Room", body: "Next door.", idempotencyKey: null }, now);
  await tokenFor(ada);
  const [seventh, seventhPre] = [
    await meetingIdOf(courseId, 7),
    await assignmentIdOf(courseId, "pre", 7),
  ];
  return { ...course, fourth, seventh, seventhPre };
}

type Lived = Awaited<ReturnType<typeof livedCourse>>;

const seatOf = ({ ben }: Lived) => sql`enrolment_id = ${ben.enrolmentId}`;
const gradeOf = ({ ada }: Lived) => sql`submitter_id = ${ada.enrolmentId}`;
const person = ({ ada }: Lived) => sql`id = ${ada.personId}`;
const inCourse = ({ courseId }: Lived) => sql`course_id = ${courseId}`;
const history = sql`alter table grades disable trigger user`;
const writings = sql`alter table submissions disable trigger user`;

/** A seat that no constraint has looked at. */
const seatFor = (
  { courseId, now }: Lived,
  meetingId: string,
  enrolmentId: string,
  number: number,
  turn = 1,
) =>
  sql`insert into seats (id, course_id, meeting_id, number, capacity, enrolment_id, turn, turns, taken_at)
      values (${randomUUID()}, ${courseId}, ${meetingId}, ${number}, 3, ${enrolmentId}, ${turn}, 1, ${now.toISOString()})`;

/** Every invariant, and how somebody with a database client could break it. */
const ways: [name: string, (course: Lived) => SQL[]][] = [
  [
    "A discussion has more holders than seats",
    (course) => [
      sql`alter table seats drop constraint seats_within_capacity`,
      seatFor(course, course.fourth, course.cleo.enrolmentId, 4),
    ],
  ],
  [
    "A student holds more seats than each may",
    (course) => [
      sql`alter table seats drop constraint seats_turn_allowed`,
      seatFor(course, course.seventh, course.ben.enrolmentId, 1, 2),
    ],
  ],
  [
    "A seat is held by somebody who is no student, or dropped the course before the class",
    (course) => [
      sql`update enrolments set status = 'dropped' where id = ${course.ben.enrolmentId}`,
    ],
  ],
  [
    "A seat belongs to a cancelled meeting",
    (course) => [sql`update meetings set is_cancelled = true where id = ${course.fourth}`],
  ],
  [
    "A student takes units that the course does not offer",
    (course) => [sql`update enrolments set units = 9 where id = ${course.cleo.enrolmentId}`],
  ],
  [
    "A text was handed in by somebody who is not a student",
    (course) => [
      sql`update enrolments set role = 'ta', units = null where id = ${course.ada.enrolmentId}`,
    ],
  ],
  [
    "Versions of a text have a gap",
    (course) => [
      writings,
      sql`update submissions set version = 3 where assignment_id = ${course.seventhPre}`,
    ],
  ],
  [
    "The questions of a text have a gap",
    (course) => [
      sql`insert into questions (id, submission_id, position, text)
          select ${randomUUID()}, id, 3, 'Why?' from submissions where assignment_id = ${course.seventhPre}`,
    ],
  ],
  [
    "Versions of a grade have a gap",
    (course) => [history, sql`update grades set version = 2 where ${gradeOf(course)}`],
  ],
  [
    "A student has no submitter of his or her own",
    (course) => [sql`delete from submitters where enrolment_id = ${course.cleo.enrolmentId}`],
  ],
  [
    "A meeting lacks an assignment of a series, or of the presentation",
    (course) => [
      sql`delete from assignments where meeting_id = ${course.seventh} and work = 'presentation'`,
    ],
  ],
  [
    "A part of the project or a mark has no assignment",
    (course) => [sql`delete from assignments where work = 'report-1' and ${inCourse(course)}`],
  ],
  [
    "A text is about a question of another meeting",
    (course) => [
      writings,
      sql`update submissions set reading_id = null, about_question_id = (
          select q.id from questions q join submissions s on s.id = q.submission_id
          where s.assignment_id <> ${course.seventhPre} and s.course_id = ${course.courseId} limit 1)
          where assignment_id = ${course.seventhPre}`,
    ],
  ],
  [
    "A student has taken more free passes than the series has",
    (course) => [
      sql`insert into exceptions (id, course_id, assignment_id, submitter_id, kind, granted_by, granted_at)
          values (${randomUUID()}, ${course.courseId}, ${course.seventhPre}, ${course.cleo.enrolmentId},
            'pass', ${course.cleo.enrolmentId}, now())`,
    ],
  ],
  [
    "How far somebody's assignment is differs from its texts and grades",
    (course) => [sql`update progress set score = 0 where ${gradeOf(course)}`],
  ],
  [
    "How far somebody's assignment is differs from its texts and grades",
    (course) => [sql`delete from progress where ${gradeOf(course)}`],
  ],
  [
    "A grade or an exception was given by somebody who was never staff",
    (course) => [
      history,
      sql`update grades set graded_by = ${course.ben.enrolmentId} where ${gradeOf(course)}`,
    ],
  ],
  [
    "A grade or an exception was given by somebody who was never staff",
    (course) => [
      sql`update exceptions set granted_by = ${course.ben.enrolmentId} where ${inCourse(course)}`,
    ],
  ],
  [
    "A score exceeds what can be reached",
    (course) => [history, sql`update grades set score = 101 where ${gradeOf(course)}`],
  ],
  [
    "A presentation's score is not what its rubric makes",
    (course) => [
      history,
      sql`update grades set score = 1700 where assignment_id in (select id from assignments where meeting_id = ${course.fourth})`,
    ],
  ],
  [
    "A seat has no line in the audit log that says how its holder came to it",
    (course) => [
      sql`update seats set enrolment_id = ${course.cleo.enrolmentId} where ${seatOf(course)}`,
    ],
  ],
  ...["submissions", "grades", "exceptions", "announcements"].map(
    (table): (typeof ways)[number] => [
      "A text, grade, exception or announcement has no line of its own in the audit log",
      (course) => [
        sql`delete from audit where subject_id in
            (select id from ${sql.identifier(table)} where ${inCourse(course)} limit 1)`,
      ],
    ],
  ),
  [
    "Somebody is signed in with an account that is disabled",
    (course) => [sql`update people set disabled_at = now() where ${person(course)}`],
  ],
  [
    "A meeting's theme belongs to another course",
    (course) => [
      sql`alter table meetings drop constraint meetings_theme_fk`,
      sql`update meetings set theme_id = (select id from themes where course_id <> ${course.courseId} limit 1)
          where id = ${course.fourth}`,
    ],
  ],
  [
    "The rules of a course contradict themselves",
    (course) => [
      sql`update courses set syllabus = jsonb_set(syllabus, '{project,parts,0,percent}', '6')
          where id = ${course.courseId}`,
    ],
  ],
];

test("a course that is lived through the verbs breaks nothing, and each invariant finds the row that breaks it", async () => {
  await openCourse();
  const course = await livedCourse();
  expect(await findBroken(db)).toEqual([]);
  for (const [name, statements] of ways) {
    await db
      .transaction(async (tx) => {
        for (const statement of statements(course)) await tx.execute(statement);
        const broken = await findBroken(tx);
        expect(broken.map((one) => one.name)).toContain(name);
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
  }
});

test("a student who dropped the course after presenting keeps the seat, and breaks nothing", async () => {
  const course = await livedCourse();
  const change = { enrolmentId: course.ben.enrolmentId, idempotencyKey: null };
  await dropStudent(course.iris, change, course.now);
  expect(await findBroken(db)).toEqual([]);
});
