import { diffArrays } from 'diff';
import { sharedLength } from './word-changes';

/**
 * A text told by the text it was made of: what became of each of its paragraphs, and what was put in between.
 *
 * `kept[i]`: the paragraphs in the place of base paragraph i: itself where it was not touched, several where it was split, none where
 * it was taken out. `added[i]`: new ones before base paragraph i; `added[n]`: after the last.
 */
export interface Aligned {
  kept: readonly (readonly string[])[];
  added: readonly (readonly string[])[];
}

/** Two paragraphs that share less of the longer one are two paragraphs, and not one that was changed. */
const minShared = 0.4;
/** A paragraph of which this much stands in another came out of it. */
const minContained = 0.6;
/** Beyond so many comparisons a rewritten stretch is matched by its order alone. */
const maxComparisons = 400;

/** How `text` came out of `base`, paragraph by paragraph. Read in order (added[0], kept[0], added[1], …) it is `text`. */
export function align(base: readonly string[], text: readonly string[]): Aligned {
  const kept: string[][] = [];
  const added: string[][] = Array.from({ length: base.length + 1 }, () => []);
  const runs = diffArrays([...base], [...text]);
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) continue;
    const next = runs[at + 1];
    if (run.removed || run.added) {
      const other = next && (run.removed ? next.added : next.removed) ? next : null;
      const [removed, put] = run.removed ? [run.value, other?.value ?? []] : [other?.value ?? [], run.value];
      alignRun(removed, put, kept, added);
      if (other) at += 1;
    } else for (const paragraph of run.value) kept.push([paragraph]);
  }
  return { kept, added };
}

function alignRun(removed: readonly string[], put: readonly string[], kept: string[][], added: string[][]): void {
  const partner = pairs(removed, put);
  let next = 0;
  for (const [index, paragraph] of removed.entries()) {
    const match = partner[index] ?? -1;
    const here: string[] = [];
    if (match >= 0) {
      // What stands before its partner and came out of it belongs to it; anything else is new.
      const before = put.slice(next, match);
      const from = before.findIndex((_, at) => before.slice(at).every((one) => cameOutOf(one, paragraph)));
      added[kept.length]?.push(...before.slice(0, from < 0 ? before.length : from));
      here.push(...(from < 0 ? [] : before.slice(from)), put[match] ?? '');
      next = match + 1;
      const limit = partner.slice(index + 1).find((one) => one >= 0) ?? put.length;
      while (next < limit && cameOutOf(put[next] ?? '', paragraph)) here.push(put[next++] ?? '');
    }
    kept.push(here);
  }
  added[kept.length]?.push(...put.slice(next));
}

/** For each removed paragraph the one that took its place, in order; -1 where it is gone. */
function pairs(removed: readonly string[], put: readonly string[]): number[] {
  if (removed.length === put.length) return removed.map((_, index) => index);
  if (removed.length * put.length > maxComparisons) return removed.map((_, index) => (index < put.length ? index : -1));
  return likestPairs(removed, put);
}

/** The pairing in order that shares the most. */
function likestPairs(removed: readonly string[], put: readonly string[]): number[] {
  const worth = removed.map((old) => put.map((one) => likeness(old, one)));
  const best: number[][] = Array.from({ length: removed.length + 1 }, () => Array<number>(put.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = removed.length - 1; i >= 0; i -= 1)
    for (let j = put.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), (worth[i]?.[j] ?? 0) > 0 ? (worth[i]?.[j] ?? 0) + at(i + 1, j + 1) : 0);
    }
  const partner = removed.map(() => -1);
  for (let i = 0, j = 0; i < removed.length && j < put.length; ) {
    const here = worth[i]?.[j] ?? 0;
    if (here > 0 && at(i, j) === here + at(i + 1, j + 1)) partner[i++] = j++;
    else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return partner;
}

function likeness(old: string, one: string): number {
  const same = sharedLength(old, one);
  const ofLonger = same / Math.max(old.length, one.length, 1);
  return ofLonger >= minShared || (same > 0 && same / Math.max(one.length, 1) >= minContained) ? same : 0;
}

function cameOutOf(one: string, paragraph: string): boolean {
  return one.trim() === '' ? false : sharedLength(paragraph, one) / one.length >= minContained;
}
