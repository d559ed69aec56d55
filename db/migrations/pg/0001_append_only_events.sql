-- The event log only grows; submissions and editions are frozen copies.
CREATE FUNCTION nianbao_refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END; $$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('the event log is append-only');
--> statement-breakpoint
CREATE TRIGGER submissions_frozen BEFORE UPDATE OF content, hash, number, filing_id ON submissions FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('a submission is immutable');
--> statement-breakpoint
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('a submission is immutable');
--> statement-breakpoint
CREATE TRIGGER editions_frozen BEFORE UPDATE OR DELETE ON editions FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('an edition is immutable');
