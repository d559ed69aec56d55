CREATE TABLE "changes" (
	"change_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checked_figures" (
	"year" bigint NOT NULL,
	"cell" text NOT NULL,
	"quarter" bigint NOT NULL,
	"unit_id" text NOT NULL,
	"is_applicable" boolean NOT NULL,
	"value" bigint NOT NULL,
	"decimals" bigint NOT NULL,
	"filing_id" text NOT NULL,
	"submission_number" bigint NOT NULL,
	CONSTRAINT "checked_figures_year_cell_quarter_unit_id_pk" PRIMARY KEY("year","cell","quarter","unit_id")
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"filing_id" text NOT NULL,
	"section" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "declarations_filing_id_section_pk" PRIMARY KEY("filing_id","section")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"number" bigint NOT NULL,
	"origin" text NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"finalised_by" text NOT NULL,
	"finalised_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"unit_id" text,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"period" text,
	"payload" jsonb NOT NULL,
	"reason" text,
	"request_id" text NOT NULL,
	"session_hash" text,
	"ip" text,
	"prev" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "explanations" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_type" text NOT NULL,
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"rule" text NOT NULL,
	"bound_to" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"countersigned_by" text,
	"countersigned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"filing_id" text NOT NULL,
	"cell" text NOT NULL,
	"raw" text NOT NULL,
	"state" text NOT NULL,
	"value" bigint,
	"decimals" bigint NOT NULL,
	"version" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "figures_filing_id_cell_pk" PRIMARY KEY("filing_id","cell")
);
--> statement-breakpoint
CREATE TABLE "filing_texts" (
	"filing_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "filing_texts_filing_id_key_pk" PRIMARY KEY("filing_id","key")
);
--> statement-breakpoint
CREATE TABLE "filings" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"status" text NOT NULL,
	"submission_number" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "opening_balances" (
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"cell" text NOT NULL,
	"value" bigint NOT NULL,
	"decimals" bigint NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opening_balances_unit_id_year_cell_pk" PRIMARY KEY("unit_id","year","cell")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"role" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "quarters" (
	"year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"due_on" text NOT NULL,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "quarters_year_quarter_pk" PRIMARY KEY("year","quarter")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"filing_id" text NOT NULL,
	"submission_number" bigint NOT NULL,
	"anchor" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answer_text" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_texts" (
	"report_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_texts_report_id_key_pk" PRIMARY KEY("report_id","key")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"filing_id" text NOT NULL,
	"number" bigint NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"return_reason" text
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"powers" jsonb NOT NULL,
	"sort" bigint NOT NULL,
	"opens_on" text NOT NULL,
	"closes_on" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"is_active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "years" (
	"year" bigint PRIMARY KEY NOT NULL,
	"format" text NOT NULL,
	"row_variant" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing_texts" ADD CONSTRAINT "filing_texts_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_balances" ADD CONSTRAINT "opening_balances_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarters" ADD CONSTRAINT "quarters_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checked_figures_filing" ON "checked_figures" USING btree ("filing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_number" ON "editions" USING btree ("report_id","number");--> statement-breakpoint
CREATE INDEX "events_object" ON "events" USING btree ("object_type","object_id","seq");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "explanations_owner" ON "explanations" USING btree ("owner_type","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "filings_period" ON "filings" USING btree ("year","quarter","unit_id");--> statement-breakpoint
CREATE INDEX "filings_unit" ON "filings" USING btree ("unit_id","year");--> statement-breakpoint
CREATE INDEX "posts_user" ON "posts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "remarks_filing" ON "remarks" USING btree ("filing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_of" ON "reports" USING btree ("year","unit_id","scope");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_number" ON "submissions" USING btree ("filing_id","number");--> statement-breakpoint
CREATE INDEX "units_path" ON "units" USING btree ("path");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");