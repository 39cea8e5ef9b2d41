ALTER TABLE "submissions" DROP CONSTRAINT "submissions_post_has_no_paper";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "about_submission_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "about_position" integer;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_id_meeting_unique" UNIQUE("id","meeting_id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_about_same_meeting_fk" FOREIGN KEY ("about_submission_id","meeting_id") REFERENCES "public"."submissions"("id","meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_about_question_fk" FOREIGN KEY ("about_submission_id","about_position") REFERENCES "public"."questions"("submission_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_about_whole" CHECK (("submissions"."about_submission_id" is null) = ("submissions"."about_position" is null));--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_post_about_one" CHECK ("submissions"."about_submission_id" is null or ("submissions"."assignment" = 'post' and "submissions"."reading_id" is null));
