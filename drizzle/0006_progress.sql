CREATE TABLE "progress" (
	"course_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"submitter_id" uuid NOT NULL,
	"text_id" uuid,
	"text_version" integer,
	"submitted_at" timestamp with time zone,
	"grade_version" integer,
	"score" integer,
	"graded_text_id" uuid,
	"released_version" integer,
	"released_score" integer,
	"released_at" timestamp with time zone,
	"is_regraded" boolean GENERATED ALWAYS AS (coalesce(released_version < grade_version, false)) STORED,
	CONSTRAINT "progress_pk" PRIMARY KEY("assignment_id","submitter_id")
);
--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_bonus_range";--> statement-breakpoint
DROP INDEX "submissions_last_index";--> statement-breakpoint
DROP INDEX "grades_last_index";--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_assignment_fk" FOREIGN KEY ("assignment_id","course_id") REFERENCES "public"."assignments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_submitter_fk" FOREIGN KEY ("submitter_id","course_id") REFERENCES "public"."submitters"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "progress_submitter_index" ON "progress" USING btree ("submitter_id");--> statement-breakpoint
CREATE INDEX "progress_regraded_index" ON "progress" USING btree ("assignment_id") WHERE "progress"."is_regraded";--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_bonus_not_negative" CHECK ("meetings"."bonus" >= 0);--> statement-breakpoint
-- Two hand-ins that arrive together may come here in either order: the later text stays.
CREATE FUNCTION keep_text_in_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "progress" AS p (course_id, assignment_id, submitter_id, text_id, text_version, submitted_at)
  VALUES (NEW.course_id, NEW.assignment_id, NEW.submitter_id, NEW.id, NEW.version, NEW.submitted_at)
  ON CONFLICT (assignment_id, submitter_id) DO UPDATE
  SET text_id = excluded.text_id, text_version = excluded.text_version, submitted_at = excluded.submitted_at
  WHERE p.text_id IS NULL OR (excluded.submitted_at, excluded.text_version) > (p.submitted_at, p.text_version);
  RETURN NULL;
END $$;--> statement-breakpoint
-- A version of a grade is written once and released once, or is released as it is written.
CREATE FUNCTION keep_grade_in_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "progress" AS p (course_id, assignment_id, submitter_id, grade_version, score, graded_text_id)
  VALUES (NEW.course_id, NEW.assignment_id, NEW.submitter_id, NEW.version, NEW.score, NEW.submission_id)
  ON CONFLICT (assignment_id, submitter_id) DO UPDATE
  SET grade_version = excluded.grade_version, score = excluded.score, graded_text_id = excluded.graded_text_id
  WHERE p.grade_version IS NULL OR excluded.grade_version > p.grade_version;
  IF NEW.released_at IS NOT NULL THEN
    UPDATE "progress" p
    SET released_version = NEW.version, released_score = NEW.score, released_at = NEW.released_at
    WHERE p.assignment_id = NEW.assignment_id AND p.submitter_id = NEW.submitter_id
      AND (p.released_version IS NULL OR NEW.version > p.released_version);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER submissions_progress AFTER INSERT ON "submissions" FOR EACH ROW EXECUTE FUNCTION keep_text_in_progress();--> statement-breakpoint
CREATE TRIGGER grades_progress AFTER INSERT OR UPDATE ON "grades" FOR EACH ROW EXECUTE FUNCTION keep_grade_in_progress();--> statement-breakpoint
INSERT INTO "progress" (course_id, assignment_id, submitter_id, text_id, text_version, submitted_at,
  grade_version, score, graded_text_id, released_version, released_score, released_at)
SELECT coalesce(t.course_id, g.course_id), assignment_id, submitter_id, t.id, t.version, t.submitted_at,
  g.version, g.score, g.submission_id, r.version, r.score, r.released_at
FROM (
  SELECT DISTINCT ON (assignment_id, submitter_id) * FROM "submissions"
  ORDER BY assignment_id, submitter_id, submitted_at DESC, version DESC
) t
FULL JOIN (
  SELECT DISTINCT ON (assignment_id, submitter_id) * FROM "grades" ORDER BY assignment_id, submitter_id, version DESC
) g USING (assignment_id, submitter_id)
LEFT JOIN (
  SELECT DISTINCT ON (assignment_id, submitter_id) * FROM "grades" WHERE released_at IS NOT NULL
  ORDER BY assignment_id, submitter_id, version DESC
) r USING (assignment_id, submitter_id);
--> statement-breakpoint
-- What a page said of every course's late days is now what a course says of its own.
UPDATE "courses" SET syllabus = jsonb_set(syllabus, '{project,note}', CASE jsonb_typeof(syllabus->'project'->'lateDays')
  WHEN 'number' THEN '"After that each day costs a third of a letter grade."'::jsonb ELSE '""'::jsonb END)
WHERE jsonb_typeof(syllabus->'project') = 'object';
