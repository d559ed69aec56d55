import { type FigureBook, figureAt, numberAt, printFigure } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';

/** What a zero report would write, before anybody has agreed to it. */
export interface ZeroReport {
  changes: readonly { cell: CellId; text: string }[];
  /** Flows that hold another number now and would become 0. */
  replaced: readonly CellId[];
  /** Balances above 0 that are carried on as they opened. */
  carried: readonly { cell: CellId; text: string }[];
  /** Closings whose opening is not known: left alone. */
  unknown: readonly CellId[];
}

/**
 * 零报告: what happened in the period becomes 0, what stands at its end stays as it opened (结转, 现行有效, 尚未审结). Cells the
 * unit has no power for are left as they are, and so are local indicators: they are no part of the statutory report.
 *
 * @param figures every figure as it counts now, the openings among them
 */
export function zeroReport(format: Format, figures: FigureBook): ZeroReport {
  const openingOf = new Map(leafCells(format).flatMap((cell) => (cell.opensFrom ? [[cell.opensFrom, cell]] : [])));
  const changes: { cell: CellId; text: string }[] = [];
  const replaced: CellId[] = [];
  const carried: { cell: CellId; text: string }[] = [];
  const unknown: CellId[] = [];
  for (const cell of leafCells(format)) {
    if (cell.local || figureAt(figures, cell.id).state === 'not_applicable') continue;
    if (cell.addsUp === 'flow') {
      changes.push({ cell: cell.id, text: '0' });
      if ((numberAt(figures, cell.id) ?? 0) !== 0) replaced.push(cell.id);
    }
    const opening = cell.addsUp === 'closing' ? openingOf.get(cell.id) : undefined;
    if (!opening) continue;
    const opened = figureAt(figures, opening.id);
    if (opened.state !== 'number') {
      unknown.push(cell.id);
      continue;
    }
    const change = { cell: cell.id, text: printFigure(opened, cell) };
    changes.push(change);
    if (opened.value !== 0) carried.push(change);
  }
  return { changes, replaced, carried, unknown };
}
