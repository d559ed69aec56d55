import { randomUUID } from 'node:crypto';
import { insertMessage, listNoticeChoices, listToSend, markGathered, postsOf, robots, type Store, type StoredNotice } from '@/db/store';
import { type Channel, sendsUpTo } from '@/server/domain/notices';
import { actingPosts } from '@/server/views/acting-posts';
import { stillTold } from '@/server/views/notice-receivers';
import { thatFit } from './message-text';
import type { Outgoing } from './outgoing';

/** As many lines are read. What is more comes in the next message. */
const linesOfOne = 50;
/** What is older is news to nobody: a mail server that is configured late does not begin with a year of it. */
const newsMs = 14 * 24 * 3_600_000;
/** Nobody chose for a group chat: it is quiet at night. */
export const ofRobots = { pace: 'at_once', quietFrom: 20, quietTo: 8 } as const;

/**
 * Puts what people were told and is to leave the house into messages, each notice into one. From then on a message is sent until somebody has taken it;
 * until then nothing of it was sent.
 */
export async function gatherMessages(store: Store, outgoing: Outgoing, now: Date): Promise<void> {
  const oldest = now.getTime() - newsMs;
  if (outgoing.mail)
    for (const choice of await listNoticeChoices(store.read)) {
      const upTo = choice.address === '' ? null : sendsUpTo(choice, now);
      if (upTo === null) continue;
      const since = new Date(Math.max(oldest, choice.since.getTime()));
      await gather(store, { receiver: choice.userId, channels: ['mail'], since, upTo, now });
    }
  const upTo = sendsUpTo(ofRobots, now);
  const kinds = outgoing.robots.map(({ kind }) => kind);
  if (upTo !== null && kinds.length > 0)
    await gather(store, {
      ...{ receiver: robots, channels: kinds, since: new Date(oldest), upTo, now },
      whatFits: (notices) => thatFit(kinds, notices, outgoing.address),
    });
}

async function gather(
  store: Store,
  of: {
    receiver: string;
    channels: readonly Channel[];
    since: Date;
    upTo: Date;
    now: Date;
    /** What is more comes in the next message. */
    whatFits?: (notices: readonly StoredNotice[]) => readonly StoredNotice[];
  },
): Promise<void> {
  const { receiver, channels, now, whatFits = (notices) => notices } = of;
  if ((await listToSend(store.read, { ...of, limit: 1 })).length === 0) return;
  await store.tx(
    async (tx) => {
      const notices = whatFits(await listToSend(tx, { ...of, limit: linesOfOne }));
      const told = await toldStill(tx, receiver, notices);
      await markGathered(
        tx,
        notices.map(({ id }) => id),
        now,
      );
      const noticeIds = told.map(({ id }) => id);
      if (noticeIds.length > 0)
        for (const channel of channels) await insertMessage(tx, { id: randomUUID(), channel, receiver, noticeIds, madeAt: now });
    },
    { only: 'notices' },
  );
}

/** Of some notices those that are still their receiver's to know of. The robots were told what everybody may know. */
export async function toldStill(
  reader: Store['read'],
  receiver: string,
  notices: readonly StoredNotice[],
): Promise<readonly StoredNotice[]> {
  if (receiver === robots) return notices;
  return stillTold(reader, await actingPosts(reader, await postsOf(reader, receiver)), notices);
}
