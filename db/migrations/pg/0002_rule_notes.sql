CREATE TABLE "rule_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"owner_type" text NOT NULL,
	"owner_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"answer_text" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "rule_notes" ADD CONSTRAINT "rule_notes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_notes_owner" ON "rule_notes" USING btree ("owner_type","owner_id");