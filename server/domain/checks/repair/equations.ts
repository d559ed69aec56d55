import type { CellId } from '../../formats';
import type { CheckSubject } from '../../subject';
import { type Identity, weigh } from '../identity';

/** An identity whose figures are all known, as a repair reckons with it: by how much it is off, and how each cell moves it. */
export interface Equation {
  identity: Identity;
  /** left − right; 0 holds. */
  difference: number;
  effects: ReadonlyMap<CellId, number>;
}

export function equationOf(subject: CheckSubject, identity: Identity): Equation | null {
  const weighed = weigh(subject, identity);
  if ('unknown' in weighed) return null;
  const effects = new Map<CellId, number>();
  const add = (cell: CellId, effect: number): void => void effects.set(cell, (effects.get(cell) ?? 0) + effect);
  for (const term of identity.left) if (term.in === 'subject') add(term.cell, term.sign);
  for (const term of identity.right) if (term.in === 'subject') add(term.cell, -term.sign);
  return { identity, difference: weighed.difference, effects };
}

/**
 * The 总计 column of a rule that is off by exactly what its broken columns are off together: it says nothing of its own.
 * Null when it does.
 */
export function columnsBehind(equation: Equation, all: readonly Equation[]): Equation[] | null {
  if (!equation.identity.isSumOfColumns || equation.difference === 0) return null;
  const columns = all.filter(
    (other) => other.identity.rule === equation.identity.rule && !other.identity.isSumOfColumns && other.difference !== 0,
  );
  const together = columns.reduce((sum, column) => sum + column.difference, 0);
  return columns.length > 0 && together === equation.difference ? columns : null;
}
