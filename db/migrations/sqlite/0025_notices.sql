CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`receiver` text NOT NULL,
	`notice_ids` text NOT NULL,
	`made_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer,
	`sent_at` integer,
	`trouble` text
);
--> statement-breakpoint
CREATE INDEX `messages_next` ON `messages` (`next_at`);--> statement-breakpoint
CREATE INDEX `messages_made` ON `messages` (`made_at`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`user_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`pace` text NOT NULL,
	`quiet_from` integer NOT NULL,
	`quiet_to` integer NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`receiver` text NOT NULL,
	`kind` text NOT NULL,
	`unit_id` text NOT NULL,
	`period` text NOT NULL,
	`about` text NOT NULL,
	`path` text NOT NULL,
	`day` text,
	`once` text,
	`written_at` integer NOT NULL,
	`read_at` integer,
	`settled_at` integer,
	`gathered_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_receiver` ON `notices` (`receiver`,`written_at`);--> statement-breakpoint
CREATE INDEX `notices_about` ON `notices` (`about`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`receiver`,`once`);