-- Notes below tables are texts with live numbers; what was typed while they were plain is carried over, and prints as it stands.
-- `as_words` (0008_notes_become_texts.lent.ts) is lent by the connection that migrates: SQLite has no regular expressions of its own.
INSERT INTO `report_texts` (`report_id`, `key`, `text`, `version`, `saved_by`, `saved_at`)
SELECT `report_id`, `place`, as_words(`text`), `version`, `saved_by`, `saved_at` FROM `report_notes` WHERE `place` IN ('t2', 't3', 't4');
--> statement-breakpoint
DELETE FROM `report_notes` WHERE `place` IN ('t2', 't3', 't4');
