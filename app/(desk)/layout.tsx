import type { ReactNode } from 'react';
import { toSignIn } from '@/app/to-sign-in';
import { Shell } from '@/components/shell/shell';
import { caller } from '../caller';

/** The desk of somebody who is signed in. Decoration: every page and procedure asks for itself who is here. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const api = await caller();
  const me = await api.person.me();
  if (!me) return toSignIn();
  const failedTries = await api.account.failedTries();
  const [waitingSlips, waitingReports, unreadNotices] =
    me.hasOldPassword || me.lacksSecondFactor
      ? [0, 0, 0]
      : await Promise.all([api.slip.waiting(), api.report.waiting(), api.notice.unread()]);
  return (
    <Shell
      me={{
        userId: me.userId,
        name: me.name,
        isDemonstration: me.isDemonstration,
        contact: me.contact,
        posts: me.posts.map(({ id, role, unitName }) => ({ id, role, unitName })),
        waitingSlips,
        waitingReports,
        unreadNotices,
        failedTries,
      }}
    >
      {children}
    </Shell>
  );
}
