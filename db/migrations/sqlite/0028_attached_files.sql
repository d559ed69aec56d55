CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_type` text NOT NULL,
	`owner_id` text NOT NULL,
	`about` text NOT NULL,
	`about_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `attachments_about` ON `attachments` (`about`,`about_id`);--> statement-breakpoint
CREATE INDEX `attachments_owner` ON `attachments` (`owner_type`,`owner_id`);--> statement-breakpoint
CREATE TABLE `file_pieces` (
	`file` text NOT NULL,
	`piece` integer NOT NULL,
	`sender` text,
	`hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file`, `piece`)
);
--> statement-breakpoint
CREATE INDEX `file_pieces_sender` ON `file_pieces` (`sender`);