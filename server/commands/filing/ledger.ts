import { type Filing, replaceCheckedFigures, type Submission, type Tx } from '@/db/store';
import { readSubmission } from '@/server/views/submission-content';

/** Puts the frozen figures of an approved submission into the ledger that is rolled up; those of practice never enter it. */
export async function takeIntoLedger(tx: Tx, filing: Filing, submission: Submission): Promise<void> {
  if (filing.isPractice) return;
  const { figures } = readSubmission(submission.content);
  const { id: filingId, unitId, year, quarter } = filing;
  await replaceCheckedFigures(
    tx,
    { filingId, unitId, year, quarter, submissionNumber: submission.number },
    new Map(Object.entries(figures)),
  );
}
