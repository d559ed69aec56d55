CREATE TABLE "report_standings" (
	"report_id" text PRIMARY KEY NOT NULL,
	"mark" bigint NOT NULL,
	"of_mark" bigint NOT NULL,
	"rules" text NOT NULL,
	"hashes" jsonb NOT NULL,
	"restated" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_standings" ADD CONSTRAINT "report_standings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_kind" ON "events" USING btree ("kind","seq");--> statement-breakpoint
-- Out of date until somebody looks: what goes round at this moment is added up once.
INSERT INTO "report_standings" ("report_id", "mark", "of_mark", "rules", "hashes", "restated")
SELECT DISTINCT "report_id", 1, 0, '', '{}'::jsonb, '{}'::jsonb FROM "report_signatures";
