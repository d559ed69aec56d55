'use client';

import clsx from 'clsx';
import type { ShownStatus } from '@/server/domain/workflow/filing-status';
import { useMessages } from '../messages/messages-provider';
import { Icon } from './icon';
import { statusLooks } from './status-looks';

export function StatusBadge({ status }: { status: ShownStatus }) {
  const { icon, tint, ink } = statusLooks[status];
  return (
    <span className={clsx('badge border-current/40', tint, ink)}>
      <Icon name={icon} />
      {useMessages().common.statuses[status]}
    </span>
  );
}
