CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"posted_by" uuid NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "announcements_title_given" CHECK (length(trim("announcements"."title")) > 0)
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"assignment" text NOT NULL,
	"content" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_one_each" UNIQUE("enrolment_id","meeting_id","assignment"),
	CONSTRAINT "drafts_assignment_known" CHECK ("drafts"."assignment" in ('pre', 'post'))
);
--> statement-breakpoint
CREATE TABLE "exceptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"assignment" text NOT NULL,
	"kind" text NOT NULL,
	"extended_to" timestamp with time zone,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "exceptions_assignment_known" CHECK ("exceptions"."assignment" in ('pre', 'post')),
	CONSTRAINT "exceptions_kind_known" CHECK ("exceptions"."kind" in ('waived', 'excused', 'extended')),
	CONSTRAINT "exceptions_reason_given" CHECK (length(trim("exceptions"."reason")) > 0),
	CONSTRAINT "exceptions_extension_has_instant" CHECK (("exceptions"."kind" = 'extended') = ("exceptions"."extended_to" is not null))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "questions_position_unique" UNIQUE("submission_id","position"),
	CONSTRAINT "questions_text_given" CHECK (length(trim("questions"."text")) between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"assignment" text NOT NULL,
	"version" integer NOT NULL,
	"reading_id" uuid,
	"text" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"due_at_receipt" timestamp with time zone NOT NULL,
	"credits_charged" integer NOT NULL,
	CONSTRAINT "submissions_version_unique" UNIQUE("meeting_id","assignment","enrolment_id","version"),
	CONSTRAINT "submissions_assignment_known" CHECK ("submissions"."assignment" in ('pre', 'post')),
	CONSTRAINT "submissions_text_given" CHECK (length(trim("submissions"."text")) between 1 and 10000),
	CONSTRAINT "submissions_version_from_one" CHECK ("submissions"."version" >= 1),
	CONSTRAINT "submissions_late_by_credit" CHECK ("submissions"."credits_charged" >= 0 and ("submissions"."submitted_at" > "submissions"."due_at_receipt") = ("submissions"."credits_charged" > 0)),
	CONSTRAINT "submissions_post_has_no_paper" CHECK ("submissions"."assignment" = 'pre' or "submissions"."reading_id" is null)
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"course_id" uuid,
	"person_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid,
	"details" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"idempotency_key" text,
	CONSTRAINT "audit_idempotency_unique" UNIQUE("person_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"number" text NOT NULL,
	"department" text NOT NULL,
	"title" text NOT NULL,
	"institution" text NOT NULL,
	"term" text NOT NULL,
	"time_zone" text NOT NULL,
	"room" text NOT NULL,
	"site" text,
	"audience" text NOT NULL,
	"overview" text NOT NULL,
	"meets" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"staff" jsonb NOT NULL,
	"syllabus" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"sign_up_reopened_until" timestamp with time zone,
	"clock_offset_ms" bigint,
	"demo_started_at" timestamp with time zone,
	"lived_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "courses_slug_unique" UNIQUE("slug"),
	CONSTRAINT "courses_slug_form" CHECK ("courses"."slug" ~ '^[a-z0-9][a-z0-9-]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "parts_name_unique" UNIQUE("course_id","name"),
	CONSTRAINT "parts_id_course_unique" UNIQUE("id","course_id")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"part_id" uuid,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "themes_name_unique" UNIQUE("course_id","name"),
	CONSTRAINT "themes_id_course_unique" UNIQUE("id","course_id")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"capacity" integer NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seats_number_unique" UNIQUE("meeting_id","number"),
	CONSTRAINT "seats_one_per_student" UNIQUE("enrolment_id"),
	CONSTRAINT "seats_within_capacity" CHECK ("seats"."number" between 1 and "seats"."capacity")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"grader_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "claims_one_each" UNIQUE("meeting_id","kind","enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"submission_id" uuid,
	"score" integer,
	"aspects" jsonb,
	"comment" text NOT NULL,
	"graded_by" uuid NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "grades_version_unique" UNIQUE("meeting_id","kind","enrolment_id","version"),
	CONSTRAINT "grades_kind_known" CHECK ("grades"."kind" in ('pre', 'post', 'presentation')),
	CONSTRAINT "grades_score_not_negative" CHECK ("grades"."score" >= 0),
	CONSTRAINT "grades_version_from_one" CHECK ("grades"."version" >= 1),
	CONSTRAINT "grades_nobody_grades_self" CHECK ("grades"."graded_by" <> "grades"."enrolment_id"),
	CONSTRAINT "grades_release_has_score" CHECK ("grades"."released_at" is null or "grades"."score" is not null)
);
--> statement-breakpoint
CREATE TABLE "materials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	CONSTRAINT "materials_position_unique" UNIQUE("meeting_id","position")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"date" date NOT NULL,
	"starts" text NOT NULL,
	"ends" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"theme_id" uuid,
	"room" text,
	"lecturers" jsonb NOT NULL,
	"guest" jsonb,
	"notes" text NOT NULL,
	"is_cancelled" boolean NOT NULL,
	"seats" integer NOT NULL,
	"seats_reason" text,
	"bonus" integer NOT NULL,
	"pre_waived" boolean NOT NULL,
	"post_waived" boolean NOT NULL,
	"pre_due_at" timestamp with time zone,
	"post_due_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "meetings_number_unique" UNIQUE("course_id","number"),
	CONSTRAINT "meetings_id_course_unique" UNIQUE("id","course_id"),
	CONSTRAINT "meetings_seats_unique" UNIQUE("id","course_id","seats"),
	CONSTRAINT "meetings_kind_known" CHECK ("meetings"."kind" in ('lecture', 'discussion', 'guest', 'project-hours', 'final-presentations', 'no-class')),
	CONSTRAINT "meetings_title_given" CHECK (length(trim("meetings"."title")) > 0),
	CONSTRAINT "meetings_times_form" CHECK ("meetings"."starts" ~ '^[0-2][0-9]:[0-5][0-9]$' and "meetings"."ends" ~ '^[0-2][0-9]:[0-5][0-9]$' and "meetings"."starts" < "meetings"."ends"),
	CONSTRAINT "meetings_seats_of_discussions" CHECK ("meetings"."seats" between 0 and 20 and ("meetings"."kind" = 'discussion' or "meetings"."seats" = 0)),
	CONSTRAINT "meetings_bonus_range" CHECK ("meetings"."bonus" between 0 and 2000)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email") and "people"."email" like '%_@_%'),
	CONSTRAINT "people_name_given" CHECK (length(trim("people"."name")) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"reading_id" uuid NOT NULL,
	"list" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "meeting_readings_once" UNIQUE("meeting_id","reading_id"),
	CONSTRAINT "meeting_readings_list_known" CHECK ("meeting_readings"."list" in ('main', 'suggested'))
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"authors" text,
	"year" integer,
	CONSTRAINT "readings_slug_unique" UNIQUE("course_id","slug"),
	CONSTRAINT "readings_url_unique" UNIQUE("course_id","url"),
	CONSTRAINT "readings_id_course_unique" UNIQUE("id","course_id"),
	CONSTRAINT "readings_url_form" CHECK ("readings"."url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"units" integer,
	"status" text NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolments_person_unique" UNIQUE("course_id","person_id"),
	CONSTRAINT "enrolments_id_course_unique" UNIQUE("id","course_id"),
	CONSTRAINT "enrolments_role_known" CHECK ("enrolments"."role" in ('student', 'ta', 'instructor')),
	CONSTRAINT "enrolments_status_known" CHECK ("enrolments"."status" in ('active', 'dropped')),
	CONSTRAINT "enrolments_units_of_students" CHECK (("enrolments"."role" = 'student') = ("enrolments"."units" is not null))
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_posted_by_fk" FOREIGN KEY ("posted_by","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_granted_by_fk" FOREIGN KEY ("granted_by","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_reading_fk" FOREIGN KEY ("reading_id","course_id") REFERENCES "public"."readings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_meeting_fk" FOREIGN KEY ("meeting_id","course_id","capacity") REFERENCES "public"."meetings"("id","course_id","seats") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_grader_fk" FOREIGN KEY ("grader_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_enrolment_fk" FOREIGN KEY ("enrolment_id","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_graded_by_fk" FOREIGN KEY ("graded_by","course_id") REFERENCES "public"."enrolments"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_theme_fk" FOREIGN KEY ("theme_id","course_id") REFERENCES "public"."themes"("id","course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_readings" ADD CONSTRAINT "meeting_readings_meeting_fk" FOREIGN KEY ("meeting_id","course_id") REFERENCES "public"."meetings"("id","course_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_readings" ADD CONSTRAINT "meeting_readings_reading_fk" FOREIGN KEY ("reading_id","course_id") REFERENCES "public"."readings"("id","course_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_posted_index" ON "announcements" USING btree ("course_id","posted_at");--> statement-breakpoint
CREATE INDEX "drafts_meeting_index" ON "drafts" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "exceptions_enrolment_index" ON "exceptions" USING btree ("enrolment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exceptions_one_holds" ON "exceptions" USING btree ("enrolment_id","meeting_id","assignment") WHERE "exceptions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "exceptions_meeting_index" ON "exceptions" USING btree ("meeting_id","assignment");--> statement-breakpoint
CREATE INDEX "submissions_enrolment_index" ON "submissions" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "submissions_reading_index" ON "submissions" USING btree ("reading_id");--> statement-breakpoint
CREATE INDEX "audit_course_index" ON "audit" USING btree ("course_id","id");--> statement-breakpoint
CREATE INDEX "audit_subject_index" ON "audit" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "grades_enrolment_index" ON "grades" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "grades_submission_index" ON "grades" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "meetings_date_index" ON "meetings" USING btree ("course_id","date");--> statement-breakpoint
CREATE INDEX "sign_ins_person_index" ON "sign_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_readings_reading_index" ON "meeting_readings" USING btree ("reading_id");--> statement-breakpoint
CREATE INDEX "enrolments_person_index" ON "enrolments" USING btree ("person_id");