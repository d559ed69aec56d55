import { type Figure, type FigureBook, figureAt, isFilled, toDecimal, withComputed } from '../figures';
import type { Cell, CellId, Format } from '../formats';
import { completeReport } from './complete-report';

export interface ReportComparison {
  differences: Difference[];
  /** How many published figures were compared. */
  compared: number;
  /** Leaves the report does not tell: nothing to compare with. */
  assumed: CellId[];
  /**
   * Published totals that no figures can reach, because the published parts, or the other totals together, say otherwise.
   * They are no differences: what is wrong is in print.
   */
  contradicted: CellId[];
}

/** A count as an integer, money as printed, null where there is no figure. */
export interface Difference {
  cell: CellId;
  published: number | string | null;
  ours: number | string | null;
}

/**
 * Published against ours: every published leaf, and every published computed cell that agrees with its own published parts.
 *
 * A computed cell agrees when recomputing it from the leaves gives what was printed. Some leaves may be unknown: they are
 * then taken as `completeReport` chooses them, which honours every published total it can. So a total over unknown parts is
 * compared too, unless it is below its known parts or at odds with the other totals of the table; parts in between that are
 * totals themselves (（七）总计 of a column, in the corner) are recomputed and not believed.
 *
 * @param only `printed` for figures read back from a face, which does not show the form-only cells and those of section 六
 */
export function compareReport(format: Format, published: FigureBook, ours: FigureBook, only: 'all' | 'printed' = 'all'): ReportComparison {
  const { figures, assumed } = completeReport(format, published);
  const recomputed = withComputed(format, figures);
  const result: ReportComparison = { differences: [], compared: 0, assumed, contradicted: [] };
  for (const [id, figure] of published) {
    if (!isFilled(figure)) continue;
    const cell = format.cells.get(id);
    if (cell && only === 'printed' && !cell.isPrinted) continue;
    const inPrint = plain(figure, cell);
    if (cell?.terms && plain(figureAt(recomputed, id), cell) !== inPrint) {
      result.contradicted.push(id);
      continue;
    }
    result.compared += 1;
    const own = plain(figureAt(ours, id), cell);
    if (own !== inPrint) result.differences.push({ cell: id, published: inPrint, ours: own });
  }
  return result;
}

/** As it stands in print: 不适用 is 0 there, and 7.50 is not 7.5. */
function plain(figure: Figure, cell: Cell | undefined): number | string | null {
  const isMoney = cell !== undefined && cell.quantity !== 'count';
  if (figure.state === 'not_applicable') return isMoney ? '0' : 0;
  if (figure.state !== 'number') return null;
  return isMoney ? toDecimal(figure.value, cell.quantity, figure.decimals) : figure.value;
}
