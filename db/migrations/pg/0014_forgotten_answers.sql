ALTER TABLE "changes" ADD COLUMN "forget_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "changes_forget" ON "changes" USING btree ("forget_at");--> statement-breakpoint
-- 30 days after it was given an answer about a figure is not needed any more; one of a practice quarter is kept.
UPDATE changes SET forget_at = at + interval '30 days'
WHERE result ->> 'about' LIKE 'figure %'
  AND split_part(result ->> 'about', ' ', 2) IN (SELECT id FROM filings WHERE NOT is_practice);
