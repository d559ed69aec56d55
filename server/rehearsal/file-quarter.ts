import { type Filing, findFilingOf, listFigures } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import { approveFiling } from '@/server/commands/filing/approve-filing';
import { countersignException } from '@/server/commands/filing/countersign-exception';
import { explainFinding } from '@/server/commands/filing/explain-finding';
import { openReview } from '@/server/commands/filing/open-review';
import { maxChangesPerSave, saveFigures } from '@/server/commands/filing/save-figures';
import { submitFiling } from '@/server/commands/filing/submit-filing';
import { type FigureBook, printFigure } from '@/server/domain/figures';
import { leafCells } from '@/server/domain/formats';
import { loadObstacles } from '@/server/queries/filing-form';
import { formatOfFiling } from '@/server/views/filing-format';

/** Types a quarter's figures into its form, cell by cell, as a clerk would. Openings are carried in and not typed. */
export async function typeQuarter(clerk: CommandContext, filing: Filing, book: FigureBook): Promise<void> {
  const stored = new Map((await listFigures(clerk.store.read, filing.id)).map((one) => [one.cell, one.version]));
  const changes = leafCells(await formatOfFiling(clerk.store.read, filing)).flatMap((cell) => {
    const figure = book.get(cell.id);
    if (cell.addsUp === 'opening' || !figure || figure.state === 'not_filled') return [];
    return [{ changeId: clerk.newId(), cell: cell.id, raw: printFigure(figure, cell), baseVersion: stored.get(cell.id) ?? 0 }];
  });
  for (let start = 0; start < changes.length; start += maxChangesPerSave)
    await saveFigures(clerk, { filingId: filing.id, changes: changes.slice(start, start + maxChangesPerSave) });
}

/**
 * Writes the reason under every finding that asks for one; exceptions are countersigned by the reviewer.
 *
 * @param reasonFor what is written under a finding of this rule
 */
export async function settleFindings(
  clerk: CommandContext,
  reviewer: CommandContext,
  filingId: string,
  reasonFor: (rule: string) => string,
): Promise<void> {
  const { obstacles } = await loadObstacles(clerk.store.read, clerk.actor, filingId, clerk.overlay);
  for (const obstacle of obstacles) {
    if (obstacle.kind !== 'must_fix' && obstacle.kind !== 'confirm') continue;
    const { rule, boundTo } = obstacle.finding;
    const { id } = await explainFinding(clerk, { filingId, rule, boundTo, text: reasonFor(rule) });
    if (obstacle.kind === 'must_fix') await countersignException(reviewer, { filingId, exceptionId: id });
  }
}

/**
 * Submits what stands, as it stands.
 *
 * @param earlyReason why it is submitted before its quarter has ended; whoever moves the clock needs none
 * @throws Refused when something is left to settle
 */
export async function submitQuarter(
  clerk: CommandContext,
  filingId: string,
  earlyReason?: string,
): Promise<{ number: number; hash: string }> {
  const { hash } = await loadObstacles(clerk.store.read, clerk.actor, filingId, clerk.overlay);
  return submitFiling(clerk, { filingId, changeId: clerk.newId(), seenHash: hash, earlyReason });
}

export async function approveQuarter(
  reviewer: CommandContext,
  filingId: string,
  submission: { number: number; hash: string },
): Promise<void> {
  await openReview(reviewer, { filingId });
  await approveFiling(reviewer, { filingId, submissionNumber: submission.number, seenHash: submission.hash });
}

/** @throws Error when the quarter was not opened for the unit */
export async function filingOf(context: CommandContext, unitId: string, year: number, quarter: number): Promise<Filing> {
  const filing = await findFilingOf(context.store.read, unitId, year, quarter);
  if (!filing) throw new Error(`unit ${unitId} has no filing for ${year} Q${quarter}`);
  return filing;
}
