'use client';

import clsx from 'clsx';
import type { Inbox, NoticeRow } from '@/server/queries/notices';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { bodyCell, ListTable } from '../ui/list-table';
import { Moment } from '../ui/moment';
import { Badge } from '../ui/notice';
import { EmptyState, PageHead } from '../ui/page';
import { MailChoice } from './mail-choice';

/** What the person was told, the newest first. Following one marks it as read. */
export function InboxView({ page: { notices, mail } }: { page: Inbox }) {
  const { clerk, common, inbox } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const unread = notices.filter(isNew).length;
  const read = (ids: string[] | null, done: string) => act.run(() => client.notice.read.mutate({ ids }), done);
  return (
    <>
      <PageHead title={common.notices} context={inbox.context}>
        <a download href="/files/deadlines/own.ics" title={clerk.tasks.calendarHint} className={buttonClass('quiet')}>
          ↓ {clerk.tasks.calendar}
        </a>
        <Link href="/announcements" className={buttonClass('quiet')}>
          {common.announcements.all}
        </Link>
        <Button disabled={act.isBusy || unread === 0} onClick={() => void read(null, inbox.allRead)}>
          {inbox.readAll}
        </Button>
      </PageHead>
      <ActAnswer answer={act.answer} className="mb-4 empty:mb-0" />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div>
          {notices.length === 0 ? (
            <EmptyState title={inbox.emptyTitle}>{inbox.emptyHint}</EmptyState>
          ) : (
            <>
              <p className="pb-2 text-body">{inbox.count(unread)}</p>
              <ListTable caption={common.notices} heads={[inbox.state, inbox.what, inbox.at]}>
                {notices.map((notice) => (
                  <InboxRow key={notice.id} notice={notice} onFollow={() => isNew(notice) && void read([notice.id], '')} />
                ))}
              </ListTable>
            </>
          )}
        </div>
        <MailChoice mail={mail} />
      </div>
    </>
  );
}

const isNew = (notice: NoticeRow) => !notice.isRead && !notice.isSettled;

function InboxRow({ notice, onFollow }: { notice: NoticeRow; onFollow: () => void }) {
  const { inbox } = useWritingMessages();
  const language = useLanguage();
  return (
    <tr className="hover:bg-desk/60">
      <td className={clsx(bodyCell, 'w-24 whitespace-nowrap')}>
        {notice.isSettled ? (
          <Badge tone="done">{inbox.settled}</Badge>
        ) : notice.isRead ? (
          <span className="text-note text-muted">{inbox.isRead}</span>
        ) : (
          <Badge tone="act">{inbox.isNew}</Badge>
        )}
      </td>
      <th scope="row" className={clsx(bodyCell, 'py-2 max-sm:min-w-48', isNew(notice) ? 'font-semibold' : 'font-normal')}>
        <Link
          href={notice.path}
          onClick={onFollow}
          className="text-act underline decoration-hairline underline-offset-4 hover:decoration-act"
        >
          {notice.sentence[language]}
        </Link>
      </th>
      <td className={clsx(bodyCell, 'w-40 whitespace-nowrap text-muted tabular-nums')}>
        <Moment at={notice.at} />
      </td>
    </tr>
  );
}
