import { figureAt } from '../../figures';
import type { CellId } from '../../formats';
import type { CheckSubject } from '../../subject';
import { type Act, possibleActs, rowPairs, type Strain } from './acts';
import type { Equation } from './equations';

/** An act with its amount, which mends every equation it touches that is broken and breaks none. */
export interface Candidate {
  act: Act;
  changes: readonly { cell: CellId; from: number; to: number }[];
  /** The broken equations it mends, by index. */
  mends: readonly number[];
}

/** All single acts that mend some of the broken equations and leave every other one as it is. */
export function findCandidates(subject: CheckSubject, equations: readonly Equation[]): Candidate[] {
  const touching = new Map<CellId, { index: number; effect: number }[]>();
  equations.forEach((equation, index) => {
    for (const [cell, effect] of equation.effects) {
      const list = touching.get(cell);
      if (list) list.push({ index, effect });
      else touching.set(cell, [{ index, effect }]);
    }
  });
  const found = new Map<string, Candidate>();
  for (const act of possibleActs(subject, strains(touching, equations))) {
    const solved = solve(act, touching, equations);
    if (!solved) continue;
    const changes = changesOf(subject, act, solved.amount);
    if (!changes) continue;
    const key = changes
      .map((change) => `${change.cell}=${change.to}`)
      .sort()
      .join();
    if (!found.has(key)) found.set(key, { act, changes, mends: solved.mends });
  }
  return [...found.values(), ...exchangedRows(subject, touching, equations)];
}

/**
 * Two whole rows of table 三 that stand in each other's place. Only where they differ for two applicants and more: less than that is
 * a count that moved.
 */
function exchangedRows(
  subject: CheckSubject,
  touching: ReadonlyMap<CellId, readonly { index: number; effect: number }[]>,
  equations: readonly Equation[],
): Candidate[] {
  if (subject.kind !== 'report' || equations.filter(({ difference }) => difference !== 0).length < 2) return [];
  return rowPairs(subject.format).flatMap(([one, other]): Candidate[] => {
    const changes = one.flatMap((cell, at) => exchange(subject, cell, other[at] ?? cell));
    if (changes.length < 6) return [];
    const moved = new Map<number, number>();
    for (const { cell, from, to } of changes)
      for (const { index, effect } of touching.get(cell) ?? []) moved.set(index, (moved.get(index) ?? 0) + effect * (to - from));
    const mends: number[] = [];
    for (const [index, change] of moved) {
      const { difference = 0 } = equations[index] ?? {};
      if (change !== 0 && difference + change !== 0) return [];
      if (change !== 0) mends.push(index);
    }
    if (mends.length < 2) return [];
    const act: Act = { kind: 'rows', ends: changes.map(({ cell }) => cell), cells: changes.map(({ cell }) => ({ cell, share: 1 })) };
    return [{ act, changes, mends: mends.sort((a, b) => a - b) }];
  });
}

function exchange({ figures }: CheckSubject, one: CellId, other: CellId): { cell: CellId; from: number; to: number }[] {
  const [a, b] = [figureAt(figures, one), figureAt(figures, other)];
  if (a.state !== 'number' || b.state !== 'number' || a.value === b.value) return [];
  return [
    { cell: one, from: a.value, to: b.value },
    { cell: other, from: b.value, to: a.value },
  ];
}

/** The strain of every cell: each equation weighs a scattered number of its own, so that effects on different ones do not cancel out. */
function strains(
  touching: ReadonlyMap<CellId, readonly { index: number; effect: number }[]>,
  equations: readonly Equation[],
): (cell: CellId) => Strain {
  const found = new Map<CellId, Strain>();
  for (const [cell, touched] of touching) {
    const strain: Strain = { held: 0, broken: 0 };
    for (const { index, effect } of touched) strain[equations[index]?.difference === 0 ? 'held' : 'broken'] += effect * weightOf(index);
    found.set(cell, strain);
  }
  return (cell) => found.get(cell) ?? none;
}

/** An integer below 2^40, mixed so that no small combination of indexes gives 0: regular weights would (1 + 4 = 2 + 3). */
function weightOf(index: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return ((mixed ^ (mixed >>> 16)) >>> 0) * 256 + ((mixed >>> 8) & 0xff) + 1;
}

const none: Strain = { held: 0, broken: 0 };

function solve(
  act: Act,
  touching: ReadonlyMap<CellId, readonly { index: number; effect: number }[]>,
  equations: readonly Equation[],
): { amount: number; mends: number[] } | null {
  const effects = new Map<number, number>();
  for (const { cell, share } of act.cells)
    for (const { index, effect } of touching.get(cell) ?? []) effects.set(index, (effects.get(index) ?? 0) + share * effect);
  let amount: number | null = null;
  const mends: number[] = [];
  for (const [index, effect] of effects) {
    if (effect === 0) continue;
    const wanted = -(equations[index]?.difference ?? 0) / effect;
    if (wanted === 0 || !Number.isInteger(wanted) || (amount !== null && amount !== wanted)) return null;
    amount = wanted;
    mends.push(index);
  }
  return amount === null ? null : { amount, mends: mends.sort((a, b) => a - b) };
}

/** Null when a figure would fall below zero or is not a count that stands there. */
function changesOf(subject: CheckSubject, act: Act, amount: number): Candidate['changes'] | null {
  const changes: { cell: CellId; from: number; to: number }[] = [];
  for (const { cell, share } of act.cells) {
    const figure = figureAt(subject.figures, cell);
    if (figure.state !== 'number') return null;
    const to = figure.value + share * amount;
    if (to < 0) return null;
    changes.push({ cell, from: figure.value, to });
  }
  return changes;
}
