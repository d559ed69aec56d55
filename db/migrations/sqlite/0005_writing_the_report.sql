CREATE TABLE `contribution_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`topic` text NOT NULL,
	`question` text NOT NULL,
	`due_on` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`number` text,
	`evidence` text,
	`sentence` text,
	`version` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_requests_unit` ON `contribution_requests` (`unit_id`,`year`);--> statement-breakpoint
CREATE INDEX `contribution_requests_year` ON `contribution_requests` (`year`);--> statement-breakpoint
CREATE TABLE `report_adjustments` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`cell` text NOT NULL,
	`value` integer NOT NULL,
	`decimals` integer NOT NULL,
	`reason` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`countersigned_by` text,
	`countersigned_at` integer,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_adjustments_report` ON `report_adjustments` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`exactness` text NOT NULL,
	`owner_unit_id` text,
	`evidence` text NOT NULL,
	`version` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_facts_report` ON `report_facts` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_notes` (
	`report_id` text NOT NULL,
	`place` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `place`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
