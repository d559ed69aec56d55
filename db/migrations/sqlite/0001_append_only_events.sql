-- The event log only grows; submissions and editions are frozen copies.
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_frozen BEFORE UPDATE OF content, hash, number, filing_id ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER editions_frozen BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'an edition is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN SELECT RAISE(ABORT, 'an edition is immutable'); END;
