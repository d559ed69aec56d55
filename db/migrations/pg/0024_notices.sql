CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"receiver" text NOT NULL,
	"notice_ids" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"tries" bigint NOT NULL,
	"next_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"trouble" text
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"user_id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"pace" text NOT NULL,
	"quiet_from" bigint NOT NULL,
	"quiet_to" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"receiver" text NOT NULL,
	"kind" text NOT NULL,
	"unit_id" text NOT NULL,
	"period" text NOT NULL,
	"about" text NOT NULL,
	"path" text NOT NULL,
	"day" text,
	"once" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"gathered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_next" ON "messages" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "messages_made" ON "messages" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "notices_receiver" ON "notices" USING btree ("receiver","written_at");--> statement-breakpoint
CREATE INDEX "notices_about" ON "notices" USING btree ("about");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("receiver","once");