-- Why a quarter came early, who submitted it and when are as frozen as what was submitted.
DROP TRIGGER submissions_frozen ON submissions;
--> statement-breakpoint
CREATE TRIGGER submissions_frozen BEFORE UPDATE OF content, hash, number, filing_id, submitted_by, submitted_at, early_reason ON submissions FOR EACH ROW EXECUTE FUNCTION nianbao_refuse('a submission is immutable');
