import type { Candidate } from './candidates';

/** Broken equations that one act mends, with every act that would. */
export interface RootCause {
  mends: readonly number[];
  candidates: readonly Candidate[];
}

const maxActs = 3;

/**
 * Splits the broken equations into root causes: the fewest acts that together mend them all, each equation by exactly one act.
 *
 * Equations that no act can join are apart from the start; within what is left the fewest acts win. Where more acts than a
 * person is likely to have slipped in would be needed, the act that mends most is taken first, and what no act mends has no cause.
 */
export function findRootCauses(broken: readonly number[], candidates: readonly Candidate[]): RootCause[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = candidate.mends.join();
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const causes = [...groups.values()]
    .map((group): RootCause => ({ mends: group[0]?.mends ?? [], candidates: group }))
    .sort((a, b) => b.mends.length - a.mends.length);
  return componentsOf(broken, causes).flatMap((component) => {
    const inside = causes.filter((cause) => cause.mends.some((index) => component.includes(index)));
    for (let acts = 1; acts <= maxActs; acts += 1) {
      const cover = coverWith(acts, component, inside);
      if (cover) return cover;
    }
    return greedyCover(inside);
  });
}

function componentsOf(broken: readonly number[], causes: readonly RootCause[]): number[][] {
  const components = new Map(broken.map((index) => [index, [index]]));
  for (const { mends } of causes) {
    const joined = [...new Set(mends.map((index) => components.get(index)))].flatMap((component) => component ?? []);
    for (const index of joined) components.set(index, joined);
  }
  return [...new Set(components.values())];
}

function coverWith(acts: number, open: readonly number[], causes: readonly RootCause[]): RootCause[] | null {
  const first = open[0];
  if (first === undefined) return [];
  if (acts === 0) return null;
  for (const cause of causes) {
    if (!cause.mends.includes(first) || !cause.mends.every((index) => open.includes(index))) continue;
    const rest = coverWith(
      acts - 1,
      open.filter((index) => !cause.mends.includes(index)),
      causes,
    );
    if (rest) return [cause, ...rest];
  }
  return null;
}

function greedyCover(causes: readonly RootCause[]): RootCause[] {
  const taken = new Set<number>();
  return causes.filter(({ mends }) => {
    if (mends.some((index) => taken.has(index))) return false;
    for (const index of mends) taken.add(index);
    return true;
  });
}
