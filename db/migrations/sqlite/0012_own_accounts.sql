CREATE TABLE `former_passwords` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`password_hash` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_passwords_user` ON `former_passwords` (`user_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `ip` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `agent` text;--> statement-breakpoint
ALTER TABLE `users` ADD `password_set_at` integer;--> statement-breakpoint
-- Of passwords set before the day was kept, the day of the upgrade counts.
UPDATE `users` SET `password_set_at` = CAST(unixepoch('subsec') * 1000 AS integer) WHERE `password_hash` IS NOT NULL;