ALTER TABLE `checked_books` ADD `mark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `years` ADD `ledger_mark` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `checked_books` SET `mark` = lower(hex(randomblob(16)));--> statement-breakpoint
UPDATE `years` SET `ledger_mark` = lower(hex(randomblob(16)));
