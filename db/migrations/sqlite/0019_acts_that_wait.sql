CREATE TABLE `pending_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_as` text,
	`asked_at` integer NOT NULL,
	`user_id` text,
	`role` text,
	`unit_id` text,
	`reason` text NOT NULL,
	`ends_at` integer NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`held_password_hash` text
);
--> statement-breakpoint
CREATE INDEX `pending_acts_status` ON `pending_acts` (`status`);--> statement-breakpoint
ALTER TABLE `one_time_links` ADD `issued_by` text;--> statement-breakpoint
ALTER TABLE `one_time_links` ADD `issued_device` text;--> statement-breakpoint
ALTER TABLE `one_time_links` ADD `opened_by_issuer_at` integer;