ALTER TABLE "checked_books" ADD COLUMN "mark" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "years" ADD COLUMN "ledger_mark" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "checked_books" SET "mark" = gen_random_uuid()::text;--> statement-breakpoint
UPDATE "years" SET "ledger_mark" = gen_random_uuid()::text;
