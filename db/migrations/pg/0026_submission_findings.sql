CREATE TABLE "finding_marks" (
	"of" text PRIMARY KEY NOT NULL,
	"mark" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_findings" (
	"filing_id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"rules" text NOT NULL,
	"marks" text NOT NULL,
	"told" text NOT NULL,
	"findings" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_findings" ADD CONSTRAINT "submission_findings_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;