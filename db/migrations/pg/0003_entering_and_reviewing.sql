CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"filing_id" text NOT NULL,
	"anchor" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "correction_slips" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"number" bigint NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"seen" jsonb,
	"version" bigint NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"signed_by" text,
	"signed_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_text" text
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"filing_id" text NOT NULL,
	"anchor" text NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_ups_filing_id_anchor_pk" PRIMARY KEY("filing_id","anchor")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"year" bigint NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"adds_up" text NOT NULL,
	"over_units" text NOT NULL,
	"exactness" text NOT NULL,
	"definition" text NOT NULL,
	"owner_unit_id" text,
	"asked_of" jsonb,
	"sort" bigint NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "indicators_year_key_pk" PRIMARY KEY("year","key")
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"sort" bigint NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "remark_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"remark_id" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "restatements" (
	"filing_id" text NOT NULL,
	"cell" text NOT NULL,
	"value" bigint NOT NULL,
	"decimals" bigint NOT NULL,
	"reason" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "restatements_filing_id_cell_pk" PRIMARY KEY("filing_id","cell")
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" text PRIMARY KEY NOT NULL,
	"filing_id" text NOT NULL,
	"hash" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "filings_period";--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "is_practice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "successor_id" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "needs_sign_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_slips" ADD CONSTRAINT "correction_slips_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_replies" ADD CONSTRAINT "remark_replies_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_filing" ON "comments" USING btree ("filing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_slips_number" ON "correction_slips" USING btree ("unit_id","year","number");--> statement-breakpoint
CREATE INDEX "remark_replies_remark" ON "remark_replies" USING btree ("remark_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_offs_of" ON "sign_offs" USING btree ("filing_id","hash");--> statement-breakpoint
CREATE INDEX "units_successor" ON "units" USING btree ("successor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "filings_period" ON "filings" USING btree ("year","quarter","unit_id","is_practice");