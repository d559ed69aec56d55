import { upsertRestatement } from '@/db/store';
import { type Figure, figureAt, parseFigure, printFigure, sameFigure } from '@/server/domain/figures';
import { type CellId, cellName } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireFiling } from './filing-access';
import { endDeclaration, requireOpeningCell } from './restated-opening';

/**
 * Restates an opening of a quarter with a reason (F7): it then counts in place of the closing it would follow. Restating it
 * again replaces value and reason. A number above 0 ends 本期无 for its section, as typing one does.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (no opening cell, nothing to follow, unreadable, the same value, no real reason)
 */
export async function restateOpening(
  context: CommandContext,
  input: { filingId: string; cell: CellId; raw: string; reason: string },
): Promise<void> {
  await runCommand(context, 'opening.restate', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.edit');
    const cell = requireOpeningCell(filing, input.cell);
    requireReason(input.reason);
    const view = await loadFilingView(tx, filing, context.overlay);
    const carried = view.carried.get(cell.id);
    if (!carried)
      throw new Refused('invalid', {
        zh: `“${cellName(cell)}”还没有上期数可依，不能重述。期初数请联系管理员录入。`,
        en: `"${cellName(cell)}" follows nothing yet, so there is nothing to restate. Ask the administrator to enter the opening balance.`,
      });
    const parsed = parseFigure(input.raw, cell);
    if (parsed.kind !== 'number')
      throw new Refused('invalid', {
        zh: `“${cellName(cell)}”重述为“${input.raw}”，不是有效的非负数，未保存。`,
        en: `"${input.raw}" is no valid number for "${cellName(cell)}". Nothing was saved.`,
      });
    const restated: Figure = { state: 'number', value: parsed.value, decimals: parsed.decimals };
    const now = figureAt(view.facts.openings, cell.id);
    if (sameFigure(restated, carried))
      throw new Refused('invalid', {
        zh: `“${cellName(cell)}”带入的就是 ${printFigure(carried, cell)}，无需重述。如要恢复带入，请撤销重述。`,
        en: `"${cellName(cell)}" is carried in as ${printFigure(carried, cell)} already. To let it follow again, withdraw the restatement.`,
      });
    await upsertRestatement(tx, filing.id, {
      cell: cell.id,
      value: parsed.value,
      decimals: parsed.decimals,
      reason: input.reason,
      writtenBy: context.actor.userId,
      writtenAt: context.now(),
    });
    tx.record(
      'opening.restated',
      { cell: cell.id, before: printFigure(now, cell) || null, after: parsed.plain, reason: input.reason },
      { reason: input.reason },
    );
    if (parsed.value !== 0) await endDeclaration(tx, filing, cell);
  });
}
