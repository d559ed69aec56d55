CREATE TABLE "remark_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"filing_id" text NOT NULL,
	"anchor" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "remark_drafts" ADD CONSTRAINT "remark_drafts_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remark_drafts_filing" ON "remark_drafts" USING btree ("filing_id");