import { count, type Figure, figureAt, notFilled, sameFigure } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type DeclarableSection, declarableSections } from './filing-content';

/** What a filing says, as a screen showed it or as it stands. Leaves only: totals follow from them. */
export interface ContentSeen {
  figures: Readonly<Record<CellId, Figure>>;
  declared: readonly DeclarableSection[];
  contribution: string;
}

export interface CellChange {
  cell: CellId;
  before: Figure;
  after: Figure;
}

export interface DeclarationChange {
  section: DeclarableSection;
  isDeclared: boolean;
}

/** What is other than it was seen. Nothing in it: the two say the same. */
export interface ContentDifference {
  cells: readonly CellChange[];
  declared: readonly DeclarationChange[];
  text: { before: string; after: string } | null;
}

/**
 * What changed between two states of a filing, in the order of the form. Where 本期无 was declared or ended, the empty cells of
 * the section follow and are not told one by one.
 *
 * @source product.md R2: submit, approve and finalise are bound to what was on the screen
 */
export function contentDifference(format: Format, before: ContentSeen, after: ContentSeen): ContentDifference {
  const declared = declarableSections
    .filter((section) => before.declared.includes(section) !== after.declared.includes(section))
    .map((section) => ({ section, isDeclared: after.declared.includes(section) }));
  const [was, is] = [new Map(Object.entries(before.figures)), new Map(Object.entries(after.figures))];
  const cells = leafCells(format).flatMap((cell): CellChange[] => {
    const change = { cell: cell.id, before: figureAt(was, cell.id), after: figureAt(is, cell.id) };
    if (sameFigure(change.before, change.after)) return [];
    const declaration = declared.find((one) => one.section === cell.section);
    return declaration && followsFrom(declaration, change) ? [] : [change];
  });
  const text = before.contribution === after.contribution ? null : { before: before.contribution, after: after.contribution };
  return { cells, declared, text };
}

/** The empty cells of a section count as 0 while 本期无 stands. */
function followsFrom({ isDeclared }: DeclarationChange, { before, after }: CellChange): boolean {
  const [empty, declared] = isDeclared ? [before, after] : [after, before];
  return sameFigure(empty, notFilled) && sameFigure(declared, count(0));
}

/** An explanation as a screen showed it: that it was there, and whether it was countersigned. */
export interface ExplanationSeen {
  id: string;
  isCountersigned: boolean;
}

/** Explanations that are new, or were countersigned, since they were seen. */
export function explanationChanges<T extends ExplanationSeen>(
  seen: readonly ExplanationSeen[],
  now: readonly T[],
): { explanation: T; change: 'written' | 'countersigned' }[] {
  const before = new Map(seen.map((one) => [one.id, one.isCountersigned]));
  return now.flatMap((explanation): { explanation: T; change: 'written' | 'countersigned' }[] => {
    const wasCountersigned = before.get(explanation.id);
    if (wasCountersigned === undefined) return [{ explanation, change: 'written' }];
    return wasCountersigned === explanation.isCountersigned ? [] : [{ explanation, change: 'countersigned' }];
  });
}
