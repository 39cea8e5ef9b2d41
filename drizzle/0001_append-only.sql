-- What people handed in, what was recorded, and what was graded is never rewritten.
CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER submissions_append_only BEFORE UPDATE ON "submissions" FOR EACH ROW EXECUTE FUNCTION refuse_update();--> statement-breakpoint
CREATE TRIGGER questions_append_only BEFORE UPDATE ON "questions" FOR EACH ROW EXECUTE FUNCTION refuse_update();--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE ON "audit" FOR EACH ROW EXECUTE FUNCTION refuse_update();--> statement-breakpoint
-- A version of a grade changes once: when it is released.
CREATE TRIGGER grades_append_only BEFORE UPDATE ON "grades" FOR EACH ROW
  WHEN (OLD."released_at" IS NOT NULL OR
        (to_jsonb(OLD) - 'released_at') IS DISTINCT FROM (to_jsonb(NEW) - 'released_at'))
  EXECUTE FUNCTION refuse_update();
