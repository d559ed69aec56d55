-- Figures lie in the tree of their key: beside it they had a tree of their own, and each figure named its filing and cell twice.
CREATE TABLE `figures_by_key` (
	`filing_id` text NOT NULL,
	`cell` text NOT NULL,
	`raw` text NOT NULL,
	`state` text NOT NULL,
	`value` integer,
	`decimals` integer NOT NULL,
	`version` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`filing_id`, `cell`),
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `figures_by_key` (`filing_id`, `cell`, `raw`, `state`, `value`, `decimals`, `version`, `saved_by`, `saved_at`)
SELECT `filing_id`, `cell`, `raw`, `state`, `value`, `decimals`, `version`, `saved_by`, `saved_at` FROM `figures` ORDER BY `filing_id`, `cell`;
--> statement-breakpoint
DROP TABLE `figures`;
--> statement-breakpoint
ALTER TABLE `figures_by_key` RENAME TO `figures`;
