ALTER TABLE "filings" ADD COLUMN "extended_to" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "extension" jsonb;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "extension_ask" jsonb;