CREATE TABLE "contribution_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"year" bigint NOT NULL,
	"unit_id" text NOT NULL,
	"topic" text NOT NULL,
	"question" text NOT NULL,
	"due_on" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"number" text,
	"evidence" text,
	"sentence" text,
	"version" bigint NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_adjustments" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"cell" text NOT NULL,
	"value" bigint NOT NULL,
	"decimals" bigint NOT NULL,
	"reason" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"countersigned_by" text,
	"countersigned_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"exactness" text NOT NULL,
	"owner_unit_id" text,
	"evidence" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_notes" (
	"report_id" text NOT NULL,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_notes_report_id_place_pk" PRIMARY KEY("report_id","place")
);
--> statement-breakpoint
ALTER TABLE "contribution_requests" ADD CONSTRAINT "contribution_requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_adjustments" ADD CONSTRAINT "report_adjustments_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_facts" ADD CONSTRAINT "report_facts_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_notes" ADD CONSTRAINT "report_notes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contribution_requests_unit" ON "contribution_requests" USING btree ("unit_id","year");--> statement-breakpoint
CREATE INDEX "contribution_requests_year" ON "contribution_requests" USING btree ("year");--> statement-breakpoint
CREATE INDEX "report_adjustments_report" ON "report_adjustments" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_facts_report" ON "report_facts" USING btree ("report_id");