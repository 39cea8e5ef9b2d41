-- The work of a course becomes data: series, presentations, marks and parts in the syllabus, a row for each
-- assignment, and submitters to whom submissions, drafts, exceptions, grades and claims belong. No row is lost.
ALTER TABLE "courses" RENAME COLUMN "lived_until" TO "simulated_until";--> statement-breakpoint
-- 1. The syllabus, with the prompts and hints that the forms of 0.1.0 had.
UPDATE "courses" SET "syllabus" = jsonb_build_object(
  'unitOptions', s->'unitOptions',
  'series', jsonb_build_array(
    jsonb_build_object(
      'key', 'pre', 'name', 'Pre-assignment', 'shortName', 'Pre',
      'meetings', jsonb_build_object('kinds', s->'assessedKinds', 'onlyWithMainReading', false),
      'declared', s->'declaredAssessedDays', 'due', s->'pre'->'due', 'asksFor', s->'pre'->'asksFor',
      'paper', 'choose',
      'prompts', jsonb_build_array(jsonb_build_object('label', 'Summary', 'hint',
        'Motivation, contribution, method, and one key result, in a short paragraph.')),
      'questions', jsonb_build_object('least', 1, 'most', 10), 'length', null, 'isTiedToDiscussion', false,
      'scale', jsonb_build_array(jsonb_build_object('label', '0', 'points', 0),
        jsonb_build_object('label', trim_scale((s->'pre'->>'pointsEach')::numeric / 100)::text, 'points', s->'pre'->'pointsEach')),
      'outOf', s->'pre'->'outOf', 'dropLowest', s->'pre'->'dropLowest',
      'presenterGets', coalesce(nullif(s->'pre'->'presenterGets', 'null'), '"nothing"'), 'passes', 0,
      'classmatesRead', jsonb_build_object('when', 'after-deadline', 'as', 'name')),
    jsonb_build_object(
      'key', 'post', 'name', 'Post-assignment', 'shortName', 'Post',
      'meetings', jsonb_build_object('kinds', s->'assessedKinds', 'onlyWithMainReading', false),
      'declared', s->'declaredAssessedDays', 'due', s->'post'->'due', 'asksFor', s->'post'->'asksFor',
      'paper', 'none',
      'prompts', jsonb_build_array(jsonb_build_object('label', 'What did you find interesting?', 'hint', '')),
      'questions', null, 'length', jsonb_build_object('unit', 'sentences', 'least', 2, 'most', 3),
      'isTiedToDiscussion', true,
      'scale', jsonb_build_array(jsonb_build_object('label', '0', 'points', 0),
        jsonb_build_object('label', trim_scale((s->'post'->>'pointsEach')::numeric / 100)::text, 'points', s->'post'->'pointsEach')),
      'outOf', s->'post'->'outOf', 'dropLowest', s->'post'->'dropLowest',
      'presenterGets', coalesce(nullif(s->'post'->'presenterGets', 'null'), '"nothing"'), 'passes', 0,
      'classmatesRead', jsonb_build_object('when', 'never', 'as', 'name'))),
  'presentation', s->'presentation' || jsonb_build_object(
    'perStudent', jsonb_build_object('least', 1, 'most', 1), 'finalSlidesDue', null, 'signUp', s->'signUp'),
  'marks', '[]'::jsonb,
  'lateCredits', case when s->'lateCredits' = 'null' then 'null'::jsonb
    else s->'lateCredits' || '{"series": ["pre", "post"]}' end,
  'weights', (select coalesce(jsonb_agg(jsonb_build_object('units', w->'units', 'of', jsonb_strip_nulls(w - 'units')) order by n), '[]')
    from jsonb_array_elements(s->'weights') with ordinality as each_weight(w, n)),
  'project', case when s->'project' = 'null' then 'null'::jsonb else jsonb_build_object(
    'name', 'Project',
    'team', s->'project'->'teamSize' || jsonb_build_object('formedBy', s->'project'->'teamsFormedBy'),
    'lateDays', s->'project'->'lateDays',
    -- A part's key is its name in an address, or its place where that name is none, or is taken.
    'parts', (select coalesce(jsonb_agg(p || jsonb_build_object('draftDue', null, 'key',
        case when slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) <= 40 and times = 1
          and slug !~ '^((pre|post|presentation)(-[0-9]+)?|project|part-[0-9]+)$' then slug else 'part-' || n end) order by n), '[]')
      from (select p, n, slug, count(*) over (partition by slug) as times from (
        select p, n, trim(both '-' from regexp_replace(lower(p->>'name'), '[^a-z0-9]+', '-', 'g')) as slug
        from jsonb_array_elements(s->'project'->'parts') with ordinality as each_part(p, n)) named) keyed)) end)
FROM (SELECT "id", "syllabus" AS s FROM "courses") was WHERE was."id" = "courses"."id";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "presentation_turns" integer GENERATED ALWAYS AS (coalesce((syllabus->'presentation'->'perStudent'->>'most')::integer, 0)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_turns_unique" UNIQUE("id","presentation_turns");--> statement-breakpoint
-- 2. The rows of the assignments: what staff had set for a meeting goes to them.
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"work" text NOT NULL,
	"meeting_id" uuid,
	"is_waived" boolean NOT NULL,
	"due_at" timestamp with time zone,
	CONSTRAINT "assignments_work_unique" UNIQUE NULLS NOT DISTINCT("course_id","work","meeting_id"),
	CONSTRAINT "assignments_id_course_unique" UNIQUE("id","course_id"),
	CONSTRAINT "assignments_work_form" CHECK ("assignments"."work" ~ '^[a-z][a-z0-9-]{0,39}$')
);--> statement-breakpoint
INSERT INTO "assignments" ("id", "course_id", "work", "meeting_id", "is_waived", "due_at")
  SELECT gen_random_uuid(), m."course_id", w.work, m."id",
    case w.work when 'pre' then m."pre_waived" when 'post' then m."post_waived" else false end,
    case w.work when 'pre' then m."pre_due_at" when 'post' then m."post_due_at" end
  FROM "meetings" m CROSS JOIN (VALUES ('pre'), ('post'), ('presentation')) AS w(work);--> statement-breakpoint
INSERT INTO "assignments" ("id", "course_id", "work", "meeting_id", "is_waived", "due_at")
  SELECT gen_random_uuid(), c."id", part->>'key', null, false, null
  FROM "courses" c, jsonb_array_elements(case when c."syllabus"->'project' = 'null' then '[]'::jsonb else c."syllabus"->'project'->'parts' end) AS part;--> statement-breakpoint
-- 3. Submitters, one for each student, and the number under which classmates may read a student's texts.
CREATE TABLE "submitters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"enrolment_id" uuid,
	CONSTRAINT "submitters_id_course_unique" UNIQUE("id","course_id"),
	CONSTRAINT "submitters_enrolment_unique" UNIQUE("enrolment_id"),
	CONSTRAINT "submitters_student_is_enrolment" CHECK ("submitters"."enrolment_id" = "submitters"."id")
);--> statement-breakpoint
INSERT INTO "submitters" ("id", "course_id", "enrolment_id")
  SELECT e."id", e."course_id", e."id" FROM "enrolments" e WHERE e."role" = 'student'
    OR EXISTS (SELECT 1 FROM "submissions" s WHERE s."enrolment_id" = e."id")
    OR EXISTS (SELECT 1 FROM "drafts" d WHERE d."enrolment_id" = e."id")
    OR EXISTS (SELECT 1 FROM "exceptions" x WHERE x."enrolment_id" = e."id")
    OR EXISTS (SELECT 1 FROM "grades" g WHERE g."enrolment_id" = e."id")
    OR EXISTS (SELECT 1 FROM "claims" k WHERE k."enrolment_id" = e."id");--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "alias" integer;--> statement-breakpoint
UPDATE "enrolments" SET "alias" = drawn.alias
  FROM (SELECT "id", row_number() OVER (PARTITION BY "course_id" ORDER BY random()) AS place
    FROM "enrolments" WHERE "role" = 'student') student
  JOIN (SELECT alias, row_number() OVER (ORDER BY random()) AS place FROM generate_series(1000, 9999) AS alias) drawn
    ON drawn.place = student.place
  WHERE student."id" = "enrolments"."id";--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_alias_unique" UNIQUE("course_id","alias");--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_alias_of_students" CHECK ("enrolments"."alias" between 1000 and 9999);--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_student_has_alias" CHECK ("enrolments"."role" <> 'student' or "enrolments"."alias" is not null);--> statement-breakpoint
-- 4. What people did belongs to an assignment and a submitter. Rows that are append-only keep all that they said.
ALTER TABLE "submissions" DISABLE TRIGGER "submissions_append_only";--> statement-breakpoint
ALTER TABLE "grades" DISABLE TRIGGER "grades_append_only";--> statement-breakpoint
ALTER TABLE "audit" DISABLE TRIGGER "audit_append_only";--> statement-breakpoint
-- The audit log first, while the rows that it speaks of still say which meeting they belong to.
UPDATE "audit" SET "action" = renamed.becomes FROM (VALUES
  ('created the account', 'account-created'), ('changed the password', 'password-changed'),
  ('signed out everywhere', 'signed-out-everywhere'), ('disabled the account', 'account-disabled'),
  ('enabled the account', 'account-enabled'), ('enrolled', 'enrolled'), ('changed the units', 'units-changed'),
  ('dropped a student', 'student-dropped'), ('restored a student', 'student-restored'),
  ('imported the course', 'course-imported'), ('moved the clock', 'clock-moved'),
  ('posted an announcement', 'announcement-posted'), ('added a meeting', 'meeting-added'),
  ('changed a meeting', 'meeting-changed'), ('cancelled a meeting', 'meeting-cancelled'),
  ('reinstated a meeting', 'meeting-reinstated'), ('undid a change to a meeting', 'meeting-change-undone'),
  ('took a seat', 'seat-taken'), ('gave up a seat', 'seat-given-up'), ('placed a presenter', 'presenter-placed'),
  ('removed a presenter', 'presenter-removed'), ('reopened sign-up', 'sign-up-reopened'),
  ('handed in a pre-assignment', 'submitted'), ('handed in a post-assignment', 'submitted'),
  ('granted an exception', 'exception-granted'), ('withdrew an exception', 'exception-withdrawn'),
  ('scored', 'scored'), ('took back a score', 'score-taken-back'), ('scored a presentation', 'presentation-scored'),
  ('released grades', 'grades-released')) AS renamed(was, becomes)
  WHERE renamed.was = "audit"."action";--> statement-breakpoint
UPDATE "audit" SET "details" = ("details" - 'meetingId') || jsonb_build_object('assignmentId', a."id", 'submitterId', s."enrolment_id")
  FROM "submissions" s JOIN "assignments" a ON a."meeting_id" = s."meeting_id" AND a."work" = s."assignment"
  WHERE "audit"."action" = 'submitted' AND s."id" = "audit"."subject_id";--> statement-breakpoint
UPDATE "audit" SET "details" = ("details" - 'meetingId' - 'assignment' - 'enrolmentId')
    || jsonb_build_object('assignmentId', a."id", 'submitterId', x."enrolment_id")
  FROM "exceptions" x JOIN "assignments" a ON a."meeting_id" = x."meeting_id" AND a."work" = x."assignment"
  WHERE "audit"."action" IN ('exception-granted', 'exception-withdrawn') AND x."id" = "audit"."subject_id";--> statement-breakpoint
UPDATE "audit" SET "details" = ("details" - 'meetingId' - 'kind' - 'enrolmentId')
    || jsonb_build_object('assignmentId', a."id", 'submitterId', g."enrolment_id")
  FROM "grades" g JOIN "assignments" a ON a."meeting_id" = g."meeting_id" AND a."work" = g."kind"
  WHERE "audit"."action" IN ('scored', 'score-taken-back') AND g."id" = "audit"."subject_id";--> statement-breakpoint
UPDATE "audit" SET "details" = jsonb_build_object('assignmentId', a."id", 'released', "details"->'told',
    'corrected', "details"->'corrected', 'waiting', "details"->'waiting')
  FROM "assignments" a
  WHERE "audit"."action" = 'grades-released' AND a."meeting_id" = "audit"."subject_id" AND a."work" = "audit"."details"->>'kind';--> statement-breakpoint
UPDATE "audit" SET "details" = jsonb_build_object('seats',
    case when coalesce("details"->'seat', 'null') = 'null' then '[]'::jsonb else jsonb_build_array("details"->'seat') end)
  WHERE "action" IN ('student-dropped', 'student-restored');--> statement-breakpoint
CREATE FUNCTION pg_temp.values_of_meeting(was jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  select case when was = 'null' then was else (was - 'preWaived' - 'postWaived' - 'preDueAt' - 'postDueAt') || jsonb_build_object(
    'assignments', jsonb_build_object(
      'pre', jsonb_build_object('isWaived', was->'preWaived', 'dueAt', was->'preDueAt'),
      'post', jsonb_build_object('isWaived', was->'postWaived', 'dueAt', was->'postDueAt'))) end
$$;--> statement-breakpoint
UPDATE "audit" SET "details" = "details" || jsonb_build_object(
    'before', pg_temp.values_of_meeting("details"->'before'), 'after', pg_temp.values_of_meeting("details"->'after'))
  WHERE "details" ? 'after' AND "details" ? 'before';--> statement-breakpoint
-- Submissions.
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_about_same_meeting_fk";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_about_question_fk";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_about_whole";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_post_about_one";--> statement-breakpoint
ALTER TABLE "grades" DROP CONSTRAINT "grades_submission_id_submissions_id_fk";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_id_meeting_unique";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_version_unique";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_meeting_fk";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_enrolment_fk";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_assignment_known";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_text_given";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "assignment_id" uuid, ADD COLUMN "answers" text[], ADD COLUMN "about_question_id" uuid;--> statement-breakpoint
UPDATE "submissions" SET "assignment_id" = a."id", "answers" = ARRAY["submissions"."text"]
  FROM "assignments" a WHERE a."meeting_id" = "submissions"."meeting_id" AND a."work" = "submissions"."assignment";--> statement-breakpoint
UPDATE "submissions" SET "about_question_id" = q."id" FROM "questions" q
  WHERE q."submission_id" = "submissions"."about_submission_id" AND q."position" = "submissions"."about_position";--> statement-breakpoint
DROP INDEX "submissions_enrolment_index";--> statement-breakpoint
ALTER TABLE "submissions" RENAME COLUMN "enrolment_id" TO "submitter_id";--> statement-breakpoint
ALTER TABLE "submissions" DROP COLUMN "meeting_id", DROP COLUMN "assignment", DROP COLUMN "text", DROP COLUMN "about_submission_id", DROP COLUMN "about_position";--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "assignment_id" SET NOT NULL, ALTER COLUMN "answers" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_version_unique" UNIQUE("assignment_id","submitter_id","version");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_id_work_unique" UNIQUE("id","assignment_id","submitter_id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_answers_given" CHECK (array_ndims("submissions"."answers") = 1 and array_position("submissions"."answers", null) is null
        and length(trim(array_to_string("submissions"."answers", ''))) between 1 and 100000);--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_about_one" CHECK ("submissions"."about_question_id" is null or "submissions"."reading_id" is null);--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_about_question_id_questions_id_fk" FOREIGN KEY ("about_question_id") REFERENCES "public"."questions"("id");--> statement-breakpoint
ALTER TABLE "submissions" ENABLE TRIGGER "submissions_append_only";--> statement-breakpoint
-- Drafts.
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_one_each";--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_meeting_fk";--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_enrolment_fk";--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_assignment_known";--> statement-breakpoint
DROP INDEX "drafts_meeting_index";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
UPDATE "drafts" SET "assignment_id" = a."id", "content" = jsonb_build_object('readingId', coalesce("content"->'readingId', 'null'),
    'about', coalesce("content"->'about', 'null'), 'answers', jsonb_build_array("content"->'text'), 'questions', "content"->'questions')
  FROM "assignments" a WHERE a."meeting_id" = "drafts"."meeting_id" AND a."work" = "drafts"."assignment";--> statement-breakpoint
ALTER TABLE "drafts" RENAME COLUMN "enrolment_id" TO "submitter_id";--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "meeting_id", DROP COLUMN "assignment";--> statement-breakpoint
ALTER TABLE "drafts" ALTER COLUMN "assignment_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_one_each" UNIQUE("submitter_id","assignment_id");--> statement-breakpoint
-- Exceptions.
DROP INDEX "exceptions_one_holds";--> statement-breakpoint
DROP INDEX "exceptions_meeting_index";--> statement-breakpoint
DROP INDEX "exceptions_enrolment_index";--> statement-breakpoint
ALTER TABLE "exceptions" DROP CONSTRAINT "exceptions_meeting_fk";--> statement-breakpoint
ALTER TABLE "exceptions" DROP CONSTRAINT "exceptions_enrolment_fk";--> statement-breakpoint
ALTER TABLE "exceptions" DROP CONSTRAINT "exceptions_assignment_known";--> statement-breakpoint
ALTER TABLE "exceptions" DROP CONSTRAINT "exceptions_kind_known";--> statement-breakpoint
ALTER TABLE "exceptions" DROP CONSTRAINT "exceptions_reason_given";--> statement-breakpoint
ALTER TABLE "exceptions" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
UPDATE "exceptions" SET "assignment_id" = a."id"
  FROM "assignments" a WHERE a."meeting_id" = "exceptions"."meeting_id" AND a."work" = "exceptions"."assignment";--> statement-breakpoint
ALTER TABLE "exceptions" RENAME COLUMN "enrolment_id" TO "submitter_id";--> statement-breakpoint
ALTER TABLE "exceptions" DROP COLUMN "meeting_id", DROP COLUMN "assignment";--> statement-breakpoint
ALTER TABLE "exceptions" ALTER COLUMN "assignment_id" SET NOT NULL, ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_kind_known" CHECK ("exceptions"."kind" in ('waived', 'excused', 'extended', 'pass'));--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_reason_given" CHECK (("exceptions"."kind" = 'pass') = ("exceptions"."reason" is null) and length(trim("exceptions"."reason")) > 0);--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_pass_is_own" CHECK (("exceptions"."kind" = 'pass') = ("exceptions"."granted_by" = "exceptions"."submitter_id"));--> statement-breakpoint
-- Grades and claims.
ALTER TABLE "grades" DROP CONSTRAINT "grades_version_unique";--> statement-breakpoint
ALTER TABLE "grades" DROP CONSTRAINT "grades_meeting_fk";--> statement-breakpoint
ALTER TABLE "grades" DROP CONSTRAINT "grades_enrolment_fk";--> statement-breakpoint
ALTER TABLE "grades" DROP CONSTRAINT "grades_kind_known";--> statement-breakpoint
ALTER TABLE "grades" DROP CONSTRAINT "grades_nobody_grades_self";--> statement-breakpoint
DROP INDEX "grades_enrolment_index";--> statement-breakpoint
ALTER TABLE "grades" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
UPDATE "grades" SET "assignment_id" = a."id"
  FROM "assignments" a WHERE a."meeting_id" = "grades"."meeting_id" AND a."work" = "grades"."kind";--> statement-breakpoint
ALTER TABLE "grades" RENAME COLUMN "enrolment_id" TO "submitter_id";--> statement-breakpoint
ALTER TABLE "grades" DROP COLUMN "meeting_id", DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "grades" ALTER COLUMN "assignment_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_version_unique" UNIQUE("assignment_id","submitter_id","version");--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_nobody_grades_self" CHECK ("grades"."graded_by" <> "grades"."submitter_id");--> statement-breakpoint
ALTER TABLE "grades" ENABLE TRIGGER "grades_append_only";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_one_each";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_meeting_fk";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_enrolment_fk";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
UPDATE "claims" SET "assignment_id" = a."id"
  FROM "assignments" a WHERE a."meeting_id" = "claims"."meeting_id" AND a."work" = "claims"."kind";--> statement-breakpoint
ALTER TABLE "claims" RENAME COLUMN "enrolment_id" TO "submitter_id";--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "meeting_id", DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "claims" ALTER COLUMN "assignment_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_one_each" UNIQUE("assignment_id","submitter_id");--> statement-breakpoint
-- Seats, of which a student may have several where the course says so.
ALTER TABLE "seats" DROP CONSTRAINT "seats_one_per_student";--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "turn" integer, ADD COLUMN "turns" integer;--> statement-breakpoint
UPDATE "seats" SET "turn" = 1, "turns" = 1;--> statement-breakpoint
ALTER TABLE "seats" ALTER COLUMN "turn" SET NOT NULL, ALTER COLUMN "turns" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_turn_unique" UNIQUE("enrolment_id","turn");--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_one_per_meeting" UNIQUE("enrolment_id","meeting_id");--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_turn_allowed" CHECK ("seats"."turn" between 1 and "seats"."turns");--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_turns_fk" FOREIGN KEY ("course_id","turns") REFERENCES "public"."courses"("id","presentation_turns") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "audit" ENABLE TRIGGER "audit_append_only";--> statement-breakpoint
ALTER TABLE "meetings" DROP COLUMN "pre_waived", DROP COLUMN "post_waived", DROP COLUMN "pre_due_at", DROP COLUMN "post_due_at";--> statement-breakpoint
-- 5. What refers to what, and the indexes.
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitters" ADD CONSTRAINT "submitters_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitters" ADD CONSTRAINT "submitters_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_submission_fk" FOREIGN KEY ("submission_id","assignment_id","submitter_id") REFERENCES "public"."submissions"("id","assignment_id","submitter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_meeting_index" ON "assignments" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "exceptions_submitter_index" ON "exceptions" USING btree ("submitter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exceptions_one_holds" ON "exceptions" USING btree ("submitter_id","assignment_id") WHERE "exceptions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "exceptions_assignment_index" ON "exceptions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "drafts_assignment_index" ON "drafts" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "submissions_submitter_index" ON "submissions" USING btree ("submitter_id");--> statement-breakpoint
CREATE INDEX "submissions_about_index" ON "submissions" USING btree ("about_question_id");--> statement-breakpoint
CREATE INDEX "grades_submitter_index" ON "grades" USING btree ("submitter_id");
