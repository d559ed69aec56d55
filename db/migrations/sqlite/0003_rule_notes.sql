CREATE TABLE `rule_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`owner_type` text NOT NULL,
	`owner_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`answer_text` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rule_notes_owner` ON `rule_notes` (`owner_type`,`owner_id`);