'use client';

import type { AccountPage } from '@/server/queries/account';
import { useWritingMessages } from '../messages/writing-words';
import { failedTriesInWords } from '../shell/failed-tries-notice';
import { Notice } from '../ui/notice';
import { PageHead } from '../ui/page';
import { ChangePassword } from './change-password';
import { OwnIdentity } from './own-identity';
import { OwnSessions } from './own-sessions';
import { OwnTelephone } from './own-telephone';
import { SecondFactor } from './second-factor';

/** A person's own account: the password, the second factor, who they are at the identity provider, and where they are signed in. */
export function AccountView({ page, told }: { page: AccountPage; told: { isDone: boolean; text: string } | null }) {
  const { account, common } = useWritingMessages();
  return (
    // Recovery codes are printed from a dialog over this page, alone.
    <div className="print:hidden">
      <PageHead title={account.title} context={account.context(page.name, page.username)} />
      {told && (
        <div role="status" className="mb-4">
          <Notice tone={told.isDone ? 'done' : 'wrong'}>{told.text}</Notice>
        </div>
      )}
      {page.hasOldPassword && (
        <Notice tone="wrong" isAlert className="mb-4">
          {account.tooOld}
        </Notice>
      )}
      {!page.hasOldPassword && page.lacksSecondFactor && (
        <Notice tone="wrong" isAlert className="mb-4">
          {account.factorMissing}
        </Notice>
      )}
      <Notice tone={page.failedTries ? 'confirm' : 'plain'} className="mb-4">
        {page.failedTries ? failedTriesInWords(page.failedTries, common.failedTries) : account.noFailedTries}
      </Notice>
      <div className="grid items-start gap-4 lg:grid-cols-[26rem_1fr]">
        <div className="flex flex-col gap-4">
          <ChangePassword page={page} />
          <SecondFactor page={page} />
          <OwnIdentity page={page} />
          <OwnTelephone stored={page.telephone} />
        </div>
        <OwnSessions sessions={page.sessions} />
      </div>
    </div>
  );
}
