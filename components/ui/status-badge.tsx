'use client';

import type { ShownStatus } from '@/server/domain/workflow/filing-status';
import { useMessages } from '../messages/messages-provider';
import { Badge, type Tone } from './notice';

const tones: Record<ShownStatus, Tone> = {
  not_started: 'plain',
  filling: 'act',
  filled_not_submitted: 'act',
  submitted: 'act',
  in_review: 'act',
  returned: 'confirm',
  approved: 'done',
  locked: 'done',
};

export function StatusBadge({ status }: { status: ShownStatus }) {
  return <Badge tone={tones[status]}>{useMessages().common.statuses[status]}</Badge>;
}
