CREATE TABLE `carried_paragraphs` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`from_year` integer NOT NULL,
	`carried_by` text NOT NULL,
	`carried_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carried_paragraphs_report` ON `carried_paragraphs` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`key` text NOT NULL,
	`quote` text NOT NULL,
	`replies_to` text,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_comments_report` ON `report_comments` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`step` text NOT NULL,
	`hash` text NOT NULL,
	`parts` text NOT NULL,
	`content` text NOT NULL,
	`note` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_signatures_report` ON `report_signatures` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`key` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`follows` text NOT NULL,
	`reason` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`decision_text` text,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_suggestions_report` ON `report_suggestions` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_text_versions` (
	`report_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`saved_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `key`, `version`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
