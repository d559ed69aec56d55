import type { FilingStatus } from './filing-status';

/** The steps that move a filing, where each may start and where it leads. */
export const transitions = {
  submit: { from: ['open', 'returned'], to: 'submitted' },
  recall: { from: ['submitted'], to: 'open' },
  open_review: { from: ['submitted'], to: 'in_review' },
  return: { from: ['submitted', 'in_review'], to: 'returned' },
  approve: { from: ['submitted', 'in_review'], to: 'approved' },
  take_back_approval: { from: ['approved'], to: 'in_review' },
  unlock: { from: ['approved'], to: 'returned' },
  undo_unlock: { from: ['returned'], to: 'approved' },
  lock: { from: ['approved'], to: 'locked' },
} as const satisfies Record<string, { from: readonly FilingStatus[]; to: FilingStatus }>;
export type Step = keyof typeof transitions;

/**
 * Where a step leads, or null when it may not start here.
 *
 * @param hasOpenRemarks a recalled filing with unanswered remarks goes back to `returned`, so that the check-list is not lost
 */
export function nextStatus(status: FilingStatus, step: Step, hasOpenRemarks = false): FilingStatus | null {
  const { from, to } = transitions[step];
  if (!(from as readonly FilingStatus[]).includes(status)) return null;
  return step === 'recall' && hasOpenRemarks ? 'returned' : to;
}
