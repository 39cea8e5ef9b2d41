CREATE TABLE "demo_mark" (
	"is_demo" boolean PRIMARY KEY NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "demo_mark_one_row" CHECK ("demo_mark"."is_demo")
);
--> statement-breakpoint
-- Version 0.1.0 made demo databases without a mark. One is known by its course's clock, and by people who are either
-- the cast's or enrolled in that course: a portal in which the demo was once started has people of its own.
INSERT INTO "demo_mark" SELECT true, now()
  WHERE EXISTS (SELECT 1 FROM "courses" WHERE "clock_offset_ms" IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM "people" p WHERE p."email" NOT LIKE '%@demo.test' AND NOT EXISTS (
        SELECT 1 FROM "enrolments" e JOIN "courses" c ON c."id" = e."course_id"
          WHERE e."person_id" = p."id" AND c."clock_offset_ms" IS NOT NULL));
