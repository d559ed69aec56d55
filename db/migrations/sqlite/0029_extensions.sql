ALTER TABLE `filings` ADD `extended_to` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `extension` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `extension_ask` text;