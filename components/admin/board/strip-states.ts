import { type FilingStatus, filingStatuses } from '@/server/domain/workflow/filing-status';
import type { BoardTally } from '@/server/queries/board';

/** A state that some units are in; null: they have no filing although they exist in the quarter. */
export interface StripState {
  state: FilingStatus | null;
  count: number;
}

/** How many units stand in each state of a quarter, in the order of the work; what nobody stands in is left out. */
export function stripStates(tally: BoardTally): StripState[] {
  const counts: Record<FilingStatus, number> = {
    open: tally.open,
    submitted: tally.waiting - tally.inReview,
    in_review: tally.inReview,
    returned: tally.returned,
    approved: tally.done - tally.locked,
    locked: tally.locked,
  };
  return [
    { state: null, count: tally.of - tally.filings },
    ...filingStatuses.map((state): StripState => ({ state, count: counts[state] })),
  ].filter(({ count }) => count > 0);
}
