-- TRUNCATE meets no trigger of a row: what is frozen could be emptied in one act.
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER submissions_no_truncate BEFORE TRUNCATE ON submissions FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('a submission is immutable');
--> statement-breakpoint
CREATE TRIGGER editions_no_truncate BEFORE TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION nianbao_refuse('an edition is immutable');
