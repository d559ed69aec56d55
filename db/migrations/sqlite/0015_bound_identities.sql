CREATE TABLE `identities` (
	`identity` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`user_id` text NOT NULL,
	`bound_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_person` ON `identities` (`user_id`,`issuer`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `issuer` text;