CREATE TABLE "pending_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_as" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"user_id" text,
	"role" text,
	"unit_id" text,
	"reason" text NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"held_password_hash" text
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "issued_by" text;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "issued_device" text;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "opened_by_issuer_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "pending_acts_status" ON "pending_acts" USING btree ("status");