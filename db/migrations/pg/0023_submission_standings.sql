CREATE TABLE "submission_standings" (
	"filing_id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"changed" bigint,
	"is_plain" boolean NOT NULL,
	"has_peers" boolean NOT NULL,
	"rules" text NOT NULL,
	"mark" bigint NOT NULL,
	"of_mark" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_standings" ADD CONSTRAINT "submission_standings_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "explanations_unsigned" ON "explanations" USING btree ("kind","countersigned_by");--> statement-breakpoint
CREATE INDEX "filings_status" ON "filings" USING btree ("status");--> statement-breakpoint
-- Out of date until somebody looks: what waits at this moment is compared and checked where it is shown.
INSERT INTO "submission_standings" ("filing_id", "number", "changed", "is_plain", "has_peers", "rules", "mark", "of_mark")
SELECT "id", "submission_number", NULL, false, false, '', 1, 0 FROM "filings" WHERE "status" IN ('submitted', 'in_review');
