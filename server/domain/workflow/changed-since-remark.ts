import { figureAt, printFigure, sameFigure, withComputed } from '../figures';
import { type CellId, type Format, getCell } from '../formats';
import type { ContentSeen } from './content-difference';
import { paragraphNumber, paragraphsOf, textAnchor, wordsAt } from './paragraphs';

/** What stands at a remark's place, as a person reads it; words are shortened by whoever shows them. */
export interface PlaceThenAndNow {
  isChanged: boolean;
  before: string;
  after: string;
}

/**
 * Whether the place a remark is pinned to says something else than in the submission it was written on: a cell, a total of cells, a restated
 * opening with another reason, the text, or a paragraph of it, which has changed when its words are nowhere any more.
 *
 * @param before what the submission froze
 * @param after what stands in the filing
 */
export function changedSinceRemark(
  format: Format,
  anchor: string,
  { before, after }: Record<'before' | 'after', ContentSeen & { restated?: Readonly<Record<CellId, string>> }>,
): PlaceThenAndNow {
  if (anchor === textAnchor)
    return { isChanged: before.contribution !== after.contribution, before: before.contribution, after: after.contribution };
  if (paragraphNumber(anchor) !== null) {
    const words = wordsAt(anchor, before.contribution) ?? '';
    return { isChanged: !paragraphsOf(after.contribution).some(({ text }) => text === words), before: words, after: after.contribution };
  }
  const cell = getCell(format, anchor);
  const [was, is] = [before, after].map(({ figures }) => figureAt(withComputed(format, new Map(Object.entries(figures))), anchor));
  if (!was || !is) throw new Error('both states were looked at');
  return {
    isChanged: !sameFigure(was, is) || before.restated?.[anchor] !== after.restated?.[anchor],
    before: printFigure(was, cell),
    after: printFigure(is, cell),
  };
}
