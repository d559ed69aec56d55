CREATE TABLE `finding_marks` (
	`of` text PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `submission_findings` (
	`filing_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`rules` text NOT NULL,
	`marks` text NOT NULL,
	`told` text NOT NULL,
	`findings` text NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
