import { type Figure, figureAt, printFigure } from '../../figures';
import { type CellId, cellName, type Format, type ProseKey, proseKeys } from '../../formats';
import type { ReportContent } from '../../subject';
import { remarksOf } from '../notes';
import { proseIn } from '../prose-in';
import { type ComparedParagraph, compareTexts } from './compare-texts';

/** What a reader of two editions sees: the figures that differ, in print order, and each text and note below a table with what went out and came in. */
export interface Blackline {
  cells: readonly ComparedCell[];
  texts: readonly { key: ProseKey; isSame: boolean; paragraphs: readonly ComparedParagraph[] }[];
}

export interface ComparedCell {
  cell: CellId;
  /** Row and column as printed. */
  name: string;
  /** As printed, with the remark behind it; empty where it was not known. */
  before: string;
  after: string;
  /** In the printed unit, when both are numbers of the same kind. */
  difference: number | null;
}

/**
 * One report against another of the same organ, year and scope: two editions, or the last edition and the draft.
 *
 * @param format the newer one's; a cell that only the older had is not printed any more and is not shown
 */
export function blackline(format: Format, before: ReportContent, after: ReportContent): Blackline {
  const cells = [...format.cells.values()].filter((cell) => cell.isPrinted);
  const [remarksBefore, remarksAfter] = [before, after].map(({ notes = {} }) => remarksOf(notes, format.cells.keys()));
  const [proseBefore, proseAfter] = [proseIn(before), proseIn(after)];
  return {
    cells: cells.flatMap((cell): ComparedCell[] => {
      const [was, is] = [figureAt(before.figures, cell.id), figureAt(after.figures, cell.id)];
      const [shownBefore, shownAfter] = [
        printFigure(was, cell) + (remarksBefore?.[cell.id] ?? ''),
        printFigure(is, cell) + (remarksAfter?.[cell.id] ?? ''),
      ];
      if (shownBefore === shownAfter) return [];
      const difference = cell.quantity === 'count' ? differenceOf(was, is) : null;
      return [{ cell: cell.id, name: cellName(cell), before: shownBefore, after: shownAfter, difference }];
    }),
    texts: proseKeys.map((key) => {
      const [was, is] = [proseBefore[key] ?? '', proseAfter[key] ?? ''];
      return { key, isSame: was === is, paragraphs: compareTexts(was, is) };
    }),
  };
}

function differenceOf(was: Figure, is: Figure): number | null {
  return was.state === 'number' && is.state === 'number' ? is.value - was.value : null;
}
