ALTER TABLE `changes` ADD `forget_at` integer;--> statement-breakpoint
CREATE INDEX `changes_forget` ON `changes` (`forget_at`);--> statement-breakpoint
-- 30 days after it was given an answer about a figure is not needed any more; one of a practice quarter is kept.
UPDATE changes SET forget_at = at + 2592000000
WHERE json_extract(result, '$.about') LIKE 'figure %'
  AND substr(json_extract(result, '$.about'), 8, instr(substr(json_extract(result, '$.about'), 8), ' ') - 1) IN (SELECT id FROM filings WHERE NOT is_practice);
