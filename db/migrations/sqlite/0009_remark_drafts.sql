CREATE TABLE `remark_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`filing_id` text NOT NULL,
	`anchor` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remark_drafts_filing` ON `remark_drafts` (`filing_id`);