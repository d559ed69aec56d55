import {
  type CorrectionSlip,
  decideSubmission,
  deleteDeclaration,
  findFigure,
  findFiling,
  insertSubmission,
  listSubmissions,
  setFilingStatus,
  type Unit,
  updateSlip,
  upsertFigure,
} from '@/db/store';
import { canonicalJson, type EventPayloads, readingOf } from '@/server/domain/audit';
import {
  factsOf,
  formatOf,
  movedSince,
  periodKey,
  type QuarterEffect,
  quartersInReach,
  type StandingQuarter,
  slipEffect,
  unanswered,
} from '@/server/domain/corrections';
import { figureAt, figureOfText, notFilled, printFigure, sameFigure } from '@/server/domain/figures';
import { getCell, leafCells } from '@/server/domain/formats';
import { filingBook } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { getNewestSubmission } from '@/server/views/decisions';
import { loadFilingView } from '@/server/views/filing-view';
import { type FilingContent, readSubmission } from '@/server/views/submission-content';
import { loadUnitBooks } from '@/server/views/unit-books';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { filingLock, filingObject } from '../filing/filing-access';
import { takeIntoLedger } from '../filing/ledger';
import { requireAcceptable, requireAnswered } from './acceptable-slip';
import { requireSignedSlip } from './signed-slip';

/**
 * The office signs a slip and the correction is in force: the figures change, every touched settled quarter gets a new numbered
 * submission that is approved and stays in its state, and the ledger is written anew for it. Approvals of untouched quarters stay.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work (the actor wrote in it or signed it), conflict (the slip, or what its
 *   signature was bound to, has changed: the details name the cells, as signed and now), invalid, obstacles
 */
export async function acceptSlip(context: CommandContext, input: { slipId: string; version: number }): Promise<void> {
  await runCommand(context, 'slip.decide', async (tx) => {
    const { slip, unit } = await requireSignedSlip(tx, context, input);
    const known = await loadUnitBooks(tx, unit, slip.year, context.overlay);
    for (const { filingId } of quartersInReach(known)) await tx.lock(filingLock(filingId));
    const books = await loadUnitBooks(tx, unit, slip.year, context.overlay);
    const effect = slipEffect(books, slip, context.overlay);
    const moved = movedSince(slip.seen ?? {}, books, effect);
    if (moved.length > 0) throw await movedUnderIt(tx, slip, moved);
    requireAcceptable(effect);
    requireAnswered(unanswered(effect));
    const at = context.now();
    const written = new Map<QuarterEffect, Written>();
    for (const quarter of effect.quarters) written.set(quarter, await writeFigures(tx, slip, quarter, at));
    for (const quarter of effect.quarters)
      if (quarter.isSettled) await resubmit(tx, context, { of: { slip, unit }, effect: quarter, written: written.get(quarter) ?? [], at });
    await updateSlip(tx, slip.id, { status: 'accepted', decidedBy: context.actor.userId, decidedAt: at });
    tx.record('slip.accepted', { number: slip.number }, { reason: slip.reason });
  });
}

type Written = NonNullable<EventPayloads['filing.corrected']['writes']>;

/** @returns what was written, as the event tells it: only locked quarters, which are settled, are written into */
async function writeFigures(tx: CommandTx, slip: CorrectionSlip, { quarter, writes, lapsed }: QuarterEffect, at: Date): Promise<Written> {
  const format = formatOf(quarter);
  const written: Written = [];
  for (const { cell, raw } of writes) {
    const stored = await findFigure(tx, quarter.filingId, cell);
    const { figure } = figureOfText(raw, getCell(format, cell));
    const version = (stored?.version ?? 0) + 1;
    await upsertFigure(tx, quarter.filingId, { cell, raw, figure, version, savedBy: slip.signedBy ?? slip.writtenBy, savedAt: at });
    written.push({ cell, raw, version, reading: readingOf(figure) });
  }
  for (const section of lapsed) await deleteDeclaration(tx, quarter.filingId, section);
  return written;
}

/** A new numbered submission of what now stands, signed by the unit with the slip and approved with it. */
async function resubmit(
  tx: CommandTx,
  context: CommandContext,
  {
    of: { slip, unit },
    effect,
    written,
    at,
  }: { of: { slip: CorrectionSlip; unit: Unit }; effect: QuarterEffect; written: Written; at: Date },
): Promise<void> {
  const filing = await findFiling(tx, effect.quarter.filingId);
  if (!filing) throw new Error(`the filing ${effect.quarter.filingId} of a slip is gone`);
  const { content, hash } = await loadFilingView(tx, filing, context.overlay);
  const number = filing.submissionNumber + 1;
  await insertSubmission(tx, {
    id: context.newId(),
    filingId: filing.id,
    number,
    content: canonicalJson(content),
    hash,
    submittedBy: slip.signedBy ?? slip.writtenBy,
    submittedAt: slip.signedAt ?? at,
  });
  await decideSubmission(tx, filing.id, number, { outcome: 'approved', decidedBy: context.actor.userId, decidedAt: at });
  await setFilingStatus(tx, filing.id, { status: filing.status, submissionNumber: number, at });
  await takeIntoLedger(tx, filing, await getNewestSubmission(tx, filing.id, number));
  const format = formatOf(effect.quarter);
  const changes = effect.cells.map(({ cell, before, after }) => ({
    cell,
    before: printFigure(before, getCell(format, cell)),
    after: printFigure(after, getCell(format, cell)),
  }));
  tx.record(
    'filing.corrected',
    {
      slip: slip.number,
      year: slip.year,
      number,
      hash,
      changes,
      writes: written,
      lapsed: [...effect.lapsed],
      ...(effect.successor === null ? {} : { of: { unitId: unit.id, unitName: unit.name } }),
    },
    { object: filingObject(filing), reason: slip.reason },
  );
}

/** What the signature was bound to is no longer there: which cells, what they said when it was signed and what they say now. */
async function movedUnderIt(tx: CommandTx, slip: CorrectionSlip, moved: readonly StandingQuarter[]): Promise<Refused> {
  const quarters = [];
  for (const quarter of moved) {
    const signed = slip.seen?.[periodKey(quarter)];
    const then = (await listSubmissions(tx, quarter.filingId)).find((submission) => submission.hash === signed);
    quarters.push({
      year: quarter.year,
      quarter: quarter.quarter,
      cells: then ? changedSince(readSubmission(then.content), quarter) : [],
    });
  }
  const named = quarters.map((one) => `${one.year} 年第 ${one.quarter} 季度`).join('、');
  return new Refused(
    'conflict',
    {
      zh: `单位签署之后，${named}的数据又有变化，不能生效。请单位撤回后按现在的数据重新填写、签署。`,
      en: `The figures of ${quarters.map((one) => `Q${one.quarter} ${one.year}`).join(', ')} have changed since the unit signed. The unit has to withdraw the slip and write it anew.`,
    },
    { quarters },
  );
}

function changedSince({ figures }: FilingContent, quarter: StandingQuarter): { cell: string; signed: string; now: string }[] {
  const book = filingBook(factsOf(quarter));
  return leafCells(formatOf(quarter)).flatMap((cell) => {
    const [signed, now] = [figures[cell.id] ?? notFilled, figureAt(book, cell.id)];
    return sameFigure(signed, now) ? [] : [{ cell: cell.id, signed: printFigure(signed, cell), now: printFigure(now, cell) }];
  });
}
