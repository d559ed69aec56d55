'use client';

import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import { CountMark } from './count-mark';

/** To what the person was told, with how much of it is unread. */
export function NoticesLink({ unread }: { unread: number }) {
  const { common } = useMessages();
  return (
    <Link href="/notices" className="flex min-h-8 items-center rounded px-2 text-body hover:text-act">
      {common.notices}
      {unread > 0 && <CountMark count={unread} words={common.inBrackets('', common.unreadNotices(unread))} />}
    </Link>
  );
}
