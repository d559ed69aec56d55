import { noticeKinds } from '@/server/domain/notices/notice-kinds';
import { paces } from '@/server/domain/notices/pace';
import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** What people are told, and what of it leaves the house. */
export const noticeTables = (k: Kit, { users, units }: Pick<UnitTables, 'users' | 'units'>) => {
  /** One thing that one person is told; written with the act that it tells of. */
  const notices = k.table(
    'notices',
    {
      id: k.text('id').primaryKey(),
      /** A person, or `robots`: the group chats. */
      receiver: k.text('receiver').notNull(),
      kind: k.oneOf('kind', [...noticeKinds]).notNull(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      period: k.text('period').notNull(),
      /** The thing it is about: what settles it names the same. */
      about: k.text('about').notNull(),
      /** Where it is seen to, within the program. */
      path: k.text('path').notNull(),
      /** The last day, where it has one. */
      day: k.text('day'),
      /** What the office added in its own words; it has no figure. */
      words: k.text('words'),
      /** What is told once only: each receiver has one with this name. */
      once: k.text('once'),
      writtenAt: k.at('written_at').notNull(),
      readAt: k.at('read_at'),
      /** Its cause is gone. */
      settledAt: k.at('settled_at'),
      /** It was put into a message, or nothing leaves the house for it any more. */
      gatheredAt: k.at('gathered_at'),
    },
    (t) => [
      k.index('notices_receiver').on(t.receiver, t.writtenAt),
      k.index('notices_about').on(t.about),
      k.unique('notices_once').on(t.receiver, t.once),
    ],
  );

  /** What leaves the house: a mail to one person, or a message of a robot, with one notice or several. */
  const messages = k.table(
    'messages',
    {
      /** Part of the mail's Message-ID, so that one sent twice is known as one. */
      id: k.text('id').primaryKey(),
      channel: k.oneOf('channel', ['mail', 'wecom', 'dingtalk', 'feishu']).notNull(),
      /** A person, or `robots`. */
      receiver: k.text('receiver').notNull(),
      noticeIds: k.json<string[]>('notice_ids').notNull(),
      madeAt: k.at('made_at').notNull(),
      /** How many tries were begun. */
      tries: k.int('tries').notNull(),
      /** Not before. While one is being sent: when it is looked at again should the process die. Null: never again by itself. */
      nextAt: k.at('next_at'),
      sentAt: k.at('sent_at'),
      /** Why the last try failed, by a word of ours; never what another machine said. */
      trouble: k.text('trouble'),
    },
    (t) => [k.index('messages_next').on(t.nextAt), k.index('messages_made').on(t.madeAt)],
  );

  /** Where and how soon a person is sent what they are told. No row: nothing is sent. */
  const noticeChoices = k.table('notice_choices', {
    userId: k
      .text('user_id')
      .primaryKey()
      .references(() => users.id),
    /** A mail address. */
    address: k.text('address').notNull(),
    pace: k.oneOf('pace', [...paces]).notNull(),
    quietFrom: k.int('quiet_from').notNull(),
    quietTo: k.int('quiet_to').notNull(),
    /** What was told before is not sent. */
    since: k.at('since').notNull(),
  });

  return { notices, messages, noticeChoices };
};
