CREATE TABLE `guess_counts` (
	`place` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`tries` integer NOT NULL,
	`held_until` integer,
	`forget_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `guess_counts_account` ON `guess_counts` (`account`);--> statement-breakpoint
CREATE INDEX `guess_counts_forget` ON `guess_counts` (`forget_at`);--> statement-breakpoint
CREATE TABLE `known_sources` (
	`user_id` text NOT NULL,
	`source` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `source`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
