import { findNoticeChoice, listNotices, type NoticeChoice, type Reader } from '@/db/store';
import { noticeLine } from '@/server/domain/notices';
import type { Sentence } from '@/server/domain/sentence';
import type { Actor } from '@/server/views/access';
import { stillTold } from '@/server/views/notice-receivers';

/** One thing that the person was told. */
export interface NoticeRow {
  id: string;
  sentence: Sentence;
  path: string;
  at: string;
  isRead: boolean;
  /** Its cause is gone: nothing is asked by it any more. */
  isSettled: boolean;
}

export interface Inbox {
  notices: readonly NoticeRow[];
  /** How the person is sent it by mail; null: no mail leaves this house. */
  mail: Pick<NoticeChoice, 'address' | 'pace' | 'quietFrom' | 'quietTo'> | null;
}

/** What stands in the form of somebody who has chosen nothing. */
const untilChosen = { address: '', pace: 'daily', quietFrom: 20, quietTo: 8 } as const;

/** So many are looked at; whoever has more unread has the newest of them before their eyes. */
const shown = 200;

/** What the person was told, the newest first; nothing of units that are not theirs any more. */
export async function loadInbox(reader: Reader, actor: Actor, sendsMail = false): Promise<Inbox> {
  const choice = sendsMail ? await findNoticeChoice(reader, actor.userId) : null;
  const notices = await listNotices(reader, { receiver: actor.userId, limit: shown });
  const told = (await stillTold(reader, actor.posts, notices)).map((notice) => ({
    id: notice.id,
    sentence: noticeLine(notice),
    path: notice.path,
    at: notice.writtenAt.toISOString(),
    isRead: notice.readAt !== null,
    isSettled: notice.settledAt !== null,
  }));
  const { address, pace, quietFrom, quietTo } = choice ?? untilChosen;
  return { notices: told, mail: sendsMail ? { address, pace, quietFrom, quietTo } : null };
}

/** How many the person has not read and are not over. */
export async function countUnread(reader: Reader, actor: Actor): Promise<number> {
  const notices = await listNotices(reader, { receiver: actor.userId, isNew: true, limit: shown });
  return (await stillTold(reader, actor.posts, notices)).length;
}
