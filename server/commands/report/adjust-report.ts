import { insertAdjustment, listAdjustments, type StoredAdjustment } from '@/db/store';
import { type Figure, figureAt, parseFigure, printFigure } from '@/server/domain/figures';
import { type Cell, type CellId, cellName, type Format } from '@/server/domain/formats';
import { printChange } from '@/server/domain/report/stated-adjustment';
import { adjustedFigure, mayBeAdjusted } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { loadReportView } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireReason } from '../require-words';
import { reportLock, requireReport } from './report-access';

/**
 * Writes a line between what the quarters add up to and what is printed. It moves nothing until another person has signed it.
 *
 * @param input.raw `+3`, `-3`, `+1.25`: what is added to the sum, in the printed unit of the cell
 * @throws Refused not_found, forbidden, invalid (no cell for it, unreadable, nought, no real reason, no sum, the figure would be below nought)
 */
export async function adjustReport(
  context: CommandContext,
  input: ReportKey & { changeId: string; cell: CellId; raw: string; reason: string },
): Promise<{ id: string }> {
  return runCommand(context, 'report.adjust', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.adjust');
    await tx.lock(reportLock(key));
    const asked = { changeId: input.changeId, about: `adjust ${report.id} ${input.cell}` };
    const done = await findAnswer<{ id: string }>(tx, context, asked);
    if (done) return done;
    const view = await loadReportView(tx, key, context.overlay);
    if (!view) throw notFound();
    const cell = requireAdjustable(view.format, input.cell);
    const change = requireChange(input.raw, cell);
    requireReason(input.reason);
    const standing = (await listAdjustments(tx, report.id)).filter((line) => line.cell === cell.id && !line.withdrawnAt);
    requireFigure(view.format, cell, figureAt(view.sums, cell.id), [...standing, change]);
    const line = { id: context.newId(), reportId: report.id, cell: cell.id, ...change, reason: input.reason };
    await insertAdjustment(tx, { ...line, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record(
      'report.adjusted',
      { id: line.id, cell: cell.id, value: printChange(change, view.format, cell.id), reason: input.reason },
      { reason: input.reason },
    );
    await keepAnswer(tx, context, asked, { id: line.id });
    return { id: line.id };
  });
}

function requireAdjustable(format: Format, id: CellId): Cell {
  const cell = format.cells.get(id);
  if (cell && mayBeAdjusted(format, id)) return cell;
  throw new Refused('invalid', {
    zh: cell?.terms
      ? `“${cellName(cell)}”由各项相加得出，不能直接调整；请调整组成它的数据格，合计会随之变动。`
      : `“${cell ? cellName(cell) : id}”不是年报中印出的数据格，不能调整。`,
    en: cell?.terms
      ? `"${cellName(cell)}" is added up from other cells. Adjust those; the total follows.`
      : `"${cell ? cellName(cell) : id}" is no printed cell of the report and cannot be adjusted.`,
  });
}

function requireChange(raw: string, cell: Cell): { value: number; decimals: number } {
  const parsed = parseFigure(raw, { ...cell, mayBeNegative: true });
  if (parsed.kind === 'number' && parsed.value !== 0) return { value: parsed.value, decimals: parsed.decimals };
  throw new Refused('invalid', {
    zh: `“${cellName(cell)}”的调整数“${raw}”不能用。请写增减的数，如 +3 或 -3（${cell.measuredIn}），不是调整后的数，也不能是 0。`,
    en: `"${raw}" cannot be used to adjust "${cellName(cell)}". Give what is added or taken away, such as +3 or -3 (${cell.measuredIn}), not the figure that results, and not 0.`,
  });
}

function requireFigure(format: Format, cell: Cell, sum: Figure, lines: readonly Pick<StoredAdjustment, 'value' | 'decimals'>[]): void {
  if (adjustedFigure(format, sum, cell.id, lines)) return;
  const isKnown = sum.state === 'number' || sum.state === 'not_applicable';
  throw new Refused('invalid', {
    zh: isKnown
      ? `“${cellName(cell)}”各季度合计 ${printFigure(sum, cell)}，加上已写的调整后会小于 0，未保存。请核对调整数。`
      : `“${cellName(cell)}”还没有合计数（有单位或季度未报），不能调整。请先补齐报送。`,
    en: isKnown
      ? `The quarters of "${cellName(cell)}" add up to ${printFigure(sum, cell)}; with the adjustments it would be below 0. Nothing was saved. Check the change.`
      : `"${cellName(cell)}" has no sum yet, because a unit or a quarter is missing. Let it be filed first.`,
  });
}
