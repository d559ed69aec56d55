CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`filing_id` text NOT NULL,
	`anchor` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_filing` ON `comments` (`filing_id`);--> statement-breakpoint
CREATE TABLE `correction_slips` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	`seen` text,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`signed_by` text,
	`signed_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision_text` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correction_slips_number` ON `correction_slips` (`unit_id`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`filing_id` text NOT NULL,
	`anchor` text NOT NULL,
	`marked_by` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`filing_id`, `anchor`),
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`year` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`adds_up` text NOT NULL,
	`over_units` text NOT NULL,
	`exactness` text NOT NULL,
	`definition` text NOT NULL,
	`owner_unit_id` text,
	`asked_of` text,
	`sort` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`year`, `key`)
);
--> statement-breakpoint
CREATE TABLE `phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`sort` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `remark_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`remark_id` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`remark_id`) REFERENCES `remarks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remark_replies_remark` ON `remark_replies` (`remark_id`);--> statement-breakpoint
CREATE TABLE `restatements` (
	`filing_id` text NOT NULL,
	`cell` text NOT NULL,
	`value` integer NOT NULL,
	`decimals` integer NOT NULL,
	`reason` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`filing_id`, `cell`),
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`filing_id` text NOT NULL,
	`hash` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_of` ON `sign_offs` (`filing_id`,`hash`);--> statement-breakpoint
DROP INDEX `filings_period`;--> statement-breakpoint
ALTER TABLE `filings` ADD `is_practice` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `filings_period` ON `filings` (`year`,`quarter`,`unit_id`,`is_practice`);--> statement-breakpoint
ALTER TABLE `units` ADD `successor_id` text;--> statement-breakpoint
ALTER TABLE `units` ADD `needs_sign_off` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `units_successor` ON `units` (`successor_id`);