CREATE TABLE "carried_paragraphs" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"from_year" bigint NOT NULL,
	"carried_by" text NOT NULL,
	"carried_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"key" text NOT NULL,
	"quote" text NOT NULL,
	"replies_to" text,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"step" text NOT NULL,
	"hash" text NOT NULL,
	"parts" jsonb NOT NULL,
	"content" text NOT NULL,
	"note" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"key" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"follows" text NOT NULL,
	"reason" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_text" text
);
--> statement-breakpoint
CREATE TABLE "report_text_versions" (
	"report_id" text NOT NULL,
	"key" text NOT NULL,
	"version" bigint NOT NULL,
	"text" text NOT NULL,
	"saved_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_text_versions_report_id_key_version_pk" PRIMARY KEY("report_id","key","version")
);
--> statement-breakpoint
ALTER TABLE "carried_paragraphs" ADD CONSTRAINT "carried_paragraphs_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comments" ADD CONSTRAINT "report_comments_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_signatures" ADD CONSTRAINT "report_signatures_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_suggestions" ADD CONSTRAINT "report_suggestions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_text_versions" ADD CONSTRAINT "report_text_versions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carried_paragraphs_report" ON "carried_paragraphs" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_comments_report" ON "report_comments" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_signatures_report" ON "report_signatures" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_suggestions_report" ON "report_suggestions" USING btree ("report_id");