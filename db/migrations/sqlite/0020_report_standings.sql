CREATE TABLE `report_standings` (
	`report_id` text PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL,
	`of_mark` integer NOT NULL,
	`rules` text NOT NULL,
	`hashes` text NOT NULL,
	`restated` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`seq`);--> statement-breakpoint
-- Out of date until somebody looks: what goes round at this moment is added up once.
INSERT INTO `report_standings` (`report_id`, `mark`, `of_mark`, `rules`, `hashes`, `restated`)
SELECT DISTINCT `report_id`, 1, 0, '', '{}', '{}' FROM `report_signatures`;
