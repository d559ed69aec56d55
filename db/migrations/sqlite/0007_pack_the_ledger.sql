-- The approved figures of a filing become one packed row (db/store/packed-figures.ts tells how); what was approved is carried over.
-- `sha256_hex` (0007_pack_the_ledger.lent.ts) is lent by the connection that migrates: SQLite has no hash of its own.
CREATE TABLE `cell_lists` (
	`hash` text PRIMARY KEY NOT NULL,
	`cells` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `checked_books` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`quarter` integer NOT NULL,
	`filing_id` text NOT NULL,
	`submission_number` integer NOT NULL,
	`cell_list` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`year`, `unit_id`, `quarter`),
	FOREIGN KEY (`cell_list`) REFERENCES `cell_lists`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checked_books_filing` ON `checked_books` (`filing_id`);
--> statement-breakpoint
INSERT INTO `cell_lists` (`hash`, `cells`)
SELECT sha256_hex(`cells`), `cells` FROM (
	SELECT DISTINCT `cells` FROM (SELECT group_concat(`cell`, ',' ORDER BY `cell`) AS `cells` FROM `checked_figures` GROUP BY `filing_id`)
);
--> statement-breakpoint
INSERT INTO `checked_books` (`year`, `unit_id`, `quarter`, `filing_id`, `submission_number`, `cell_list`, `figures`)
SELECT `year`, `unit_id`, `quarter`, `filing_id`, `submission_number`,
	sha256_hex(group_concat(`cell`, ',' ORDER BY `cell`)),
	'1;' || group_concat(
		CASE WHEN NOT `is_applicable` THEN '/' WHEN `decimals` = 0 THEN CAST(`value` AS text) ELSE `value` || ':' || `decimals` END,
		',' ORDER BY `cell`
	) || ';' || ((sum(`value`) % 1000000000 + 1000000000) % 1000000000)
FROM `checked_figures` GROUP BY `year`, `unit_id`, `quarter`, `filing_id`, `submission_number`;
--> statement-breakpoint
DROP TABLE `checked_figures`;
