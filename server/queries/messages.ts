import { countMessages, listTroubled, namesOfPeople, type Reader, robots, rootUnit } from '@/db/store';
import type { Channel, RobotKind } from '@/server/domain/notices';
import { can } from '@/server/domain/permissions';
import type { Outgoing } from '@/server/notices/outgoing';
import { type Actor, notFound } from '@/server/views/access';

/** A message that could not be sent so far. Never its address: that is its person's own. */
export interface TroubledMessage {
  id: string;
  channel: Channel;
  /** The person; null: a group chat. */
  receiver: string | null;
  madeAt: string;
  tries: number;
  trouble: string;
  /** When it is tried again; null: it was given up. */
  nextAt: string | null;
}

export interface MessagesPage {
  /** The server that mail goes to, by its name; null: none is configured. */
  mailServer: string | null;
  robots: readonly RobotKind[];
  sent: number;
  waiting: number;
  troubled: number;
  messages: readonly TroubledMessage[];
}

const shown = 200;

/** What leaves the house, and what could not. @throws Refused not_found */
export async function loadMessages(reader: Reader, actor: Actor, outgoing: Outgoing | null): Promise<MessagesPage> {
  const root = await rootUnit(reader);
  if (!root || can(actor.posts, 'message.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const troubled = await listTroubled(reader, shown);
  const names = await namesOfPeople(reader, [...new Set(troubled.map(({ receiver }) => receiver))]);
  return {
    mailServer: outgoing?.mail?.host ?? null,
    robots: outgoing?.robots.map(({ kind }) => kind) ?? [],
    ...(await countMessages(reader)),
    messages: troubled.map(({ id, channel, receiver, madeAt, tries, trouble, nextAt }) => ({
      ...{ id, channel, tries, trouble: trouble ?? '' },
      receiver: receiver === robots ? null : (names.get(receiver) ?? receiver),
      madeAt: madeAt.toISOString(),
      nextAt: nextAt?.toISOString() ?? null,
    })),
  };
}
