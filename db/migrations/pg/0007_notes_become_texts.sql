-- Notes below tables are texts with live numbers; what was typed while they were plain is carried over, and prints as it stands.
-- The expression is that of `as_words`, beside the migration of SQLite.
INSERT INTO "report_texts" ("report_id", "key", "text", "version", "saved_by", "saved_at")
SELECT "report_id", "place", regexp_replace("text", '\{\{([^{}]+)\}\}', '{{{{=\1}}}}', 'g'), "version", "saved_by", "saved_at"
FROM "report_notes" WHERE "place" IN ('t2', 't3', 't4');
--> statement-breakpoint
DELETE FROM "report_notes" WHERE "place" IN ('t2', 't3', 't4');
