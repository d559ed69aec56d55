/** What a unit counted in a quarter, in cases. */
export interface QuarterCount {
  unitId: string;
  quarter: number;
  value: number;
}

/** A unit's count in some quarters, beside the same quarters of the year before. */
export interface UnitChange {
  unitId: string;
  now: number;
  before: number;
  quarters: readonly number[];
}

/** A smaller difference is what most quarters differ by, and nobody is led to it. */
export const minForChange = 10;

/**
 * The units whose counts moved most against the year before, the largest difference first. Only quarters that both years know are compared:
 * one that is to come yet is no fall.
 */
export function largestChanges(now: readonly QuarterCount[], before: readonly QuarterCount[], limit: number): UnitChange[] {
  const known = new Map(before.map((one) => [`${one.unitId} ${one.quarter}`, one.value]));
  const changes = new Map<string, UnitChange>();
  for (const { unitId, quarter, value } of now) {
    const then = known.get(`${unitId} ${quarter}`);
    if (then === undefined) continue;
    const own = changes.get(unitId) ?? { unitId, now: 0, before: 0, quarters: [] };
    changes.set(unitId, {
      unitId,
      now: own.now + value,
      before: own.before + then,
      quarters: [...own.quarters, quarter].sort((a, b) => a - b),
    });
  }
  return [...changes.values()]
    .filter((one) => sizeOf(one) >= minForChange)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.unitId < b.unitId ? -1 : 1))
    .slice(0, limit);
}

function sizeOf({ now, before }: UnitChange): number {
  return Math.abs(now - before);
}
