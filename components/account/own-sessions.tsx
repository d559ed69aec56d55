'use client';

import type { OwnSessionRow } from '@/server/queries/account';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { bodyCell, ListTable } from '../ui/list-table';
import { Moment, momentText } from '../ui/moment';
import { Badge } from '../ui/notice';
import { Sheet } from '../ui/page';
import { browserName } from './browser-name';

/** Where the person is signed in; each may be ended from here. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSessionRow[] }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const endOthers = () =>
    act.run(
      () => client.account.endOtherSessions.mutate(),
      ({ ended }) => account.othersEnded(ended),
    );
  const end = (key: string) => act.run(() => client.account.endSession.mutate({ key }), account.ended);
  return (
    <Sheet
      title={account.sessionsTitle}
      actions={
        sessions.length > 1 && (
          <Button disabled={act.isBusy} onClick={() => void endOthers()}>
            {account.endOthers}
          </Button>
        )
      }
    >
      <p className="pb-3 text-body text-muted">{account.sessionsHint}</p>
      <ActAnswer answer={act.answer} className="mb-3 empty:mb-0" />
      <ListTable caption={account.sessionsTitle} heads={[account.browser, account.address, account.started, account.lastSeen, account.act]}>
        {sessions.map((session) => {
          const browser = browserName(session.agent) ?? account.unknown;
          const startedAt = session.startedAt.toISOString();
          return (
            <tr key={session.key}>
              <td className={bodyCell}>
                {browser} {session.isThis && <Badge tone="act">{account.here}</Badge>}
              </td>
              <td className={bodyCell}>{session.ip ?? account.unknown}</td>
              <td className={bodyCell}>
                <Moment at={startedAt} />
              </td>
              <td className={bodyCell}>
                <Moment at={session.lastSeenAt.toISOString()} />
              </td>
              <td className={bodyCell}>
                {!session.isThis && (
                  <Button
                    look="quiet"
                    isSmall
                    disabled={act.isBusy}
                    aria-label={account.endOf(browser, momentText(startedAt))}
                    onClick={() => void end(session.key)}
                  >
                    {account.end}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </ListTable>
    </Sheet>
  );
}
