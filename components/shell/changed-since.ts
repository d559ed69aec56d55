import type { Indicator } from '@/server/domain/formats';
import type { SeenDifference } from '@/server/domain/workflow';
import { refusalOf } from '../trpc-client';

/** That an act was refused because what was on the screen is no longer what stands. */
export interface ChangedSince {
  /** Null: it cannot be told change by change. */
  difference: SeenDifference | null;
  /** The number of the submission that stands now. */
  newest?: number;
  /** The local indicators of what stands now, where the refusal says them. */
  indicators?: readonly Indicator[];
}

/** What a refusal says has changed; null for every other answer. */
export function changedSinceOf(details: unknown): ChangedSince | null {
  if (typeof details !== 'object' || details === null || !('difference' in details)) return null;
  const { difference } = details as { difference: SeenDifference | null };
  return {
    difference,
    ...('newest' in details && typeof details.newest === 'number' ? { newest: details.newest } : {}),
    ...('indicators' in details ? { indicators: details.indicators as readonly Indicator[] } : {}),
  };
}

export function changedSinceIn(error: unknown): ChangedSince | null {
  const refusal = refusalOf(error);
  return refusal?.code === 'conflict' ? changedSinceOf(refusal.details) : null;
}
