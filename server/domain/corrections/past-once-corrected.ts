import { numberAt } from '../figures';
import type { PastQuarters } from '../subject';
import type { CorrectedQuarter } from './apply-slip';
import type { StandingQuarter } from './standing-quarter';

/** What a quarter is compared with once the slip is in force: its unit's quarters before it as the slip leaves them. */
export function pastOnceCorrected(quarter: StandingQuarter, all: readonly CorrectedQuarter[]): PastQuarters {
  const { past } = quarter;
  const corrected = past.quarters.map((then) =>
    all.find(
      (one) =>
        one.quarter.year === then.year &&
        one.quarter.quarter === then.quarter &&
        one.quarter.unitPath.at(-1) === quarter.unitPath.at(-1) &&
        one.writes.length > 0,
    ),
  );
  if (!corrected.some(Boolean)) return past;
  const values = Object.entries(past.values).map(([cell, known]) => [
    cell,
    known.map((value, at) => {
      const after = corrected[at]?.after;
      return after ? numberAt(after, cell) : value;
    }),
  ]);
  return { ...past, values: Object.fromEntries(values) };
}
