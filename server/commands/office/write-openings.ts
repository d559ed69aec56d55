import { findFilingOf, listOpeningBalances, upsertOpeningBalance, type Year } from '@/db/store';
import { parseFigure, printFigure } from '@/server/domain/figures';
import { type CellId, cellName, getFormat } from '@/server/domain/formats';
import { timeAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { personNames } from '@/server/views/person-names';
import type { CommandContext, CommandTx } from '../command';
import { filingLock } from '../filing/filing-access';
import { requireReason } from '../require-words';

/**
 * Writes opening balances in a transaction that has asked for permission and says what it is about.
 *
 * @returns how many were not so already
 * @throws Refused as `setOpenings` does
 */
export async function writeOpenings(
  tx: CommandTx,
  context: CommandContext,
  {
    unitId,
    year,
    values,
    reason,
  }: { unitId: string; year: Year; values: readonly { cell: CellId; raw: string; seen?: string | undefined }[]; reason: string },
): Promise<number> {
  await requireFirstQuarterInHand(tx, unitId, year.year);
  requireReason(reason);
  const format = getFormat(year.format, year.rowVariant);
  const before = new Map((await listOpeningBalances(tx, unitId, year.year)).map((balance) => [balance.cell, balance]));
  let written = 0;
  for (const { cell: id, raw, seen } of values) {
    const cell = format.cells.get(id);
    if (cell?.addsUp !== 'opening')
      throw new Refused(
        'invalid',
        { zh: `“${id}”不是期初单元格，未保存任何内容。`, en: `"${id}" is no opening cell. Nothing was saved.` },
        { cell: id },
      );
    const parsed = parseFigure(raw, cell);
    if (parsed.kind !== 'number')
      throw new Refused(
        'invalid',
        {
          zh: `“${cellName(cell)}”的期初数“${raw}”不是有效的非负数，未保存任何内容。`,
          en: `"${raw}" is no valid opening for "${cellName(cell)}". Nothing was saved.`,
        },
        { cell: id },
      );
    const old = before.get(id);
    if (old && old.value === parsed.value && old.decimals === parsed.decimals) continue;
    const stands = old ? printFigure({ state: 'number', value: old.value, decimals: old.decimals }, cell) : '';
    if (seen !== undefined && seen !== stands) {
      const by = old ? `${(await personNames(tx))(old.setBy)} ${timeAt(old.setAt)}` : '';
      throw new Refused(
        'conflict',
        {
          zh: `您打开之后，“${cellName(cell)}”的期初数已由 ${by} 改为 ${stands}，您要改为 ${parsed.plain}，未保存任何内容。请刷新后再改。`,
          en: `Since you opened it, the opening of "${cellName(cell)}" was set to ${stands} (${by}); you want ${parsed.plain}. Nothing was saved; reload and change it again.`,
        },
        { cell: id, stored: stands, wanted: parsed.plain },
      );
    }
    await upsertOpeningBalance(tx, unitId, year.year, {
      cell: id,
      value: parsed.value,
      decimals: parsed.decimals,
      reason,
      setBy: context.actor.userId,
      setAt: context.now(),
    });
    written += 1;
    tx.record(
      'opening.set',
      {
        cell: id,
        before: old ? printFigure({ state: 'number', value: old.value, decimals: old.decimals }, cell) : null,
        after: parsed.plain,
        reason,
      },
      { reason: reason },
    );
  }
  return written;
}

/** The first quarter opens with these balances: once it was submitted they may not move under what was signed. */
async function requireFirstQuarterInHand(tx: CommandTx, unitId: string, year: number): Promise<void> {
  const known = await findFilingOf(tx, unitId, year, 1);
  if (!known) return;
  await tx.lock(filingLock(known.id));
  const first = await findFilingOf(tx, unitId, year, 1);
  if (first?.status === 'open' || first?.status === 'returned') return;
  throw new Refused('wrong_status', {
    zh: '该单位第一季度已经报送，期初数不能再改。请先由单位撤回或由审核员退回。',
    en: 'The first quarter of this unit has been submitted, so its openings cannot change. Have it recalled or returned first.',
  });
}
