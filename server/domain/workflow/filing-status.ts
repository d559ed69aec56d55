/** The one stored state of a filing (R1). 未开始, 填报中 and 已填完（未报送） are derived from `open`. */
export const filingStatuses = ['open', 'submitted', 'in_review', 'returned', 'approved', 'locked'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

/** Submitted and not sent back: with the office, or decided by it. The others are in their unit's hands. */
export const sentStatuses = ['submitted', 'in_review', 'approved', 'locked'] as const satisfies readonly FilingStatus[];

export function isSent(status: FilingStatus | ShownStatus): boolean {
  return (sentStatuses as readonly string[]).includes(status);
}

/** What the screen says. 填完 is never confused with 报送. */
export const shownStatuses = [
  'not_started',
  'filling',
  'filled_not_submitted',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'locked',
] as const;
export type ShownStatus = (typeof shownStatuses)[number];

export function shownStatus(status: FilingStatus, filled: { filledCount: number; missingCount: number; hasText: boolean }): ShownStatus {
  if (status !== 'open') return status;
  if (filled.filledCount === 0 && !filled.hasText) return 'not_started';
  return filled.missingCount === 0 ? 'filled_not_submitted' : 'filling';
}
