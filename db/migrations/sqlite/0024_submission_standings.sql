CREATE TABLE `submission_standings` (
	`filing_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`changed` integer,
	`is_plain` integer NOT NULL,
	`has_peers` integer NOT NULL,
	`rules` text NOT NULL,
	`mark` integer NOT NULL,
	`of_mark` integer NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `explanations_unsigned` ON `explanations` (`kind`,`countersigned_by`);--> statement-breakpoint
CREATE INDEX `filings_status` ON `filings` (`status`);--> statement-breakpoint
-- Out of date until somebody looks: what waits at this moment is compared and checked where it is shown.
INSERT INTO `submission_standings` (`filing_id`, `number`, `changed`, `is_plain`, `has_peers`, `rules`, `mark`, `of_mark`)
SELECT `id`, `submission_number`, NULL, 0, 0, '', 1, 0 FROM `filings` WHERE `status` IN ('submitted', 'in_review');
