import type { ShownStatus } from '@/server/domain/workflow/filing-status';
import type { IconName } from './icon-lines';

/**
 * How each status looks, on the board and everywhere else: a sign, a tint behind it, a colour. White paper while it is with the unit, blue at the office, amber come
 * back, green through. The word stands beside them always.
 */
export const statusLooks: Readonly<Record<ShownStatus, { icon: IconName; tint: string; ink: string }>> = {
  not_started: { icon: 'not_started', tint: 'bg-desk', ink: 'text-muted' },
  filling: { icon: 'filling', tint: 'bg-paper', ink: 'text-act' },
  filled_not_submitted: { icon: 'filled', tint: 'bg-paper', ink: 'text-act' },
  submitted: { icon: 'submitted', tint: 'bg-act-soft', ink: 'text-act' },
  in_review: { icon: 'in_review', tint: 'bg-act-soft', ink: 'text-act' },
  returned: { icon: 'returned', tint: 'bg-confirm-soft', ink: 'text-confirm' },
  approved: { icon: 'done', tint: 'bg-done-soft', ink: 'text-done' },
  locked: { icon: 'locked', tint: 'bg-done-soft', ink: 'text-done' },
};
