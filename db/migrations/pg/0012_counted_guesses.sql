CREATE TABLE "guess_counts" (
	"place" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"tries" bigint NOT NULL,
	"held_until" timestamp (3) with time zone,
	"forget_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_sources" (
	"user_id" text NOT NULL,
	"source" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_sources_user_id_source_pk" PRIMARY KEY("user_id","source")
);
--> statement-breakpoint
ALTER TABLE "known_sources" ADD CONSTRAINT "known_sources_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guess_counts_account" ON "guess_counts" USING btree ("account");--> statement-breakpoint
CREATE INDEX "guess_counts_forget" ON "guess_counts" USING btree ("forget_at");