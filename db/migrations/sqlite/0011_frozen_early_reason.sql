-- Why a quarter came early, who submitted it and when are as frozen as what was submitted.
DROP TRIGGER submissions_frozen;
--> statement-breakpoint
CREATE TRIGGER submissions_frozen BEFORE UPDATE OF content, hash, number, filing_id, submitted_by, submitted_at, early_reason ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;
