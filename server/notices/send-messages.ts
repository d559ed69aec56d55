import {
  beginTry,
  dropMessage,
  findNoticeChoice,
  findNotices,
  findPerson,
  listDueMessages,
  listNoticeChoices,
  type Message,
  markSent,
  markTrouble,
  robots,
  type Store,
  type StoredNotice,
} from '@/db/store';
import { type Channel, isQuiet, nextTry, robotKinds } from '@/server/domain/notices';
import { ofRobots, toldStill } from './gather-messages';
import { mailText, robotText } from './message-text';
import type { Outgoing } from './outgoing';
import { sendByRobot } from './send-by-robot';
import { sendMail } from './send-mail';
import { NotSent, type TroubleKind } from './trouble';

/** So many of a channel in one look; the rest comes with the next. */
const atOnce = 100;
const aDayMs = 24 * 3_600_000;

/**
 * Sends the messages whose time has come. That one is being sent is written down before, so that a process that dies in the middle is made up for after the
 * pause; that it was sent, after the other side has taken it. Between the two a message may go out a second time, under the same number, and never be lost.
 * Each channel has its own turn: what waits for one that does not answer, or for somebody's morning, holds up no other, and the night spends no try.
 *
 * @param failed hears of what could not be sent, for the log
 */
export async function sendMessages(store: Store, outgoing: Outgoing, now: () => Date, failed: (kind: TroubleKind) => void): Promise<void> {
  for (const channel of ['mail', ...robotKinds] as const) {
    const except = await quietNow(store, channel, now());
    for (const message of await listDueMessages(store.read, { channel, now: now(), limit: atOnce, except })) {
      const trouble = await tryOnce(store, outgoing, message, now);
      if (trouble) failed(trouble);
      // Nobody is asked a hundred times in a row who does not answer; the next look asks again.
      if (trouble === 'away') break;
    }
  }
}

/** Whom a channel sends nothing at this hour, whenever it was gathered. */
async function quietNow(store: Store, channel: Channel, now: Date): Promise<string[]> {
  if (channel !== 'mail') return isQuiet(ofRobots, now) ? [robots] : [];
  return (await listNoticeChoices(store.read)).flatMap((choice) => (isQuiet(choice, now) ? [choice.userId] : []));
}

/** @returns why it could not be sent; null: it was, or it is no longer to be, or another process has it */
async function tryOnce(store: Store, outgoing: Outgoing, message: Message, now: () => Date): Promise<TroubleKind | null> {
  const tries = message.tries + 1;
  const next = nextTry(tries, now());
  const isOurs = await store.tx((tx) => beginTry(tx, message, next ?? new Date(now().getTime() + aDayMs)), { only: 'notices' });
  if (!isOurs) return null;
  try {
    const isLeft = await deliver(store, outgoing, message, now());
    await store.tx(async (tx) => void (isLeft ? await markSent(tx, message.id, now()) : await dropMessage(tx, message.id)), {
      only: 'notices',
    });
    return null;
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    const nextAt = error.isForGood ? null : nextTry(tries, now());
    await store.tx((tx) => markTrouble(tx, message.id, { trouble: error.kind, nextAt }), { only: 'notices' });
    return error.kind;
  }
}

/** @returns false: nothing of it is true any more, or its receiver wants none; nothing was sent */
async function deliver(store: Store, outgoing: Outgoing, message: Message, now: Date): Promise<boolean> {
  const found = (await findNotices(store.read, message.noticeIds)).filter((notice) => notice.settledAt === null);
  const notices = await toldStill(store.read, message.receiver, found);
  const [first, ...more] = notices;
  if (!first) return false;
  return message.receiver === robots
    ? toRobot(outgoing, message, [first, ...more], now)
    : toPerson(store, outgoing, message, [first, ...more]);
}

async function toRobot(outgoing: Outgoing, { id, channel }: Message, notices: readonly StoredNotice[], now: Date): Promise<boolean> {
  const robot = outgoing.robots.find(({ kind }) => kind === channel);
  // Its configuration may come back.
  if (!robot) throw new NotSent('away');
  await sendByRobot(robot, { id, text: robotText(robot.kind, notices, outgoing.address) }, now);
  return true;
}

async function toPerson(
  store: Store,
  { mail, address }: Outgoing,
  { id, receiver }: Message,
  notices: readonly StoredNotice[],
): Promise<boolean> {
  const person = await findPerson(store.read, receiver);
  const choice = await findNoticeChoice(store.read, receiver);
  if (!person?.isActive || !choice || choice.address === '' || choice.pace === 'never') return false;
  if (!mail) throw new NotSent('away');
  await sendMail(mail, { id, to: choice.address, ...mailText(notices, address) });
  return true;
}
