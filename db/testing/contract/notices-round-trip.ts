import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  beginTry,
  countMessages,
  findNoticeChoice,
  findNotices,
  forgetMessages,
  forgetNotices,
  insertMessage,
  insertNotices,
  keepNoticeChoice,
  listDueMessages,
  listNoticeChoices,
  listNotices,
  listStanding,
  listToSend,
  listTroubled,
  markGathered,
  markNoticesRead,
  markSent,
  markTrouble,
  type NewNotice,
  postsIn,
  type Store,
  settleNotices,
  settleNoticesById,
  tellAgain,
  toldOnce,
  tryAgain,
  type Unit,
  updatePerson,
} from '../../store';
import { aPerson, aUnit, someDay } from '../rows';

const later = new Date(someDay.getTime() + 60_000);

/** What people are told, and what leaves the house of it, on either engine. */
export function noticesContract(store: () => Store): void {
  let unit: Unit;
  let receiver: string;
  beforeAll(async () => {
    unit = await aUnit(store());
    receiver = (await aPerson(store(), { unitId: unit.id })).id;
  });
  const aNotice = (named: Partial<NewNotice> = {}): NewNotice => ({
    ...{ id: randomUUID(), receiver, kind: 'returned', unitId: unit.id, period: '2033Q1', about: `filing:${randomUUID()}` },
    ...{ path: '/filings/f', day: null, once: null, writtenAt: someDay, ...named },
  });
  const add = (...notices: NewNotice[]) => store().tx((tx) => insertNotices(tx, notices));
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

  describe('what somebody is told', () => {
    it('reads back newest first, with its unit; read, settled and gathered are no longer to be sent', async () => {
      const [read, settled, gathered, first, last] = [
        aNotice(),
        aNotice(),
        aNotice(),
        aNotice(),
        aNotice({ writtenAt: later, words: '请尽快。' }),
      ];
      await add(read, settled, gathered, first, last);
      await store().tx((tx) => markNoticesRead(tx, { receiver, ids: [read.id], at: later }));
      await store().tx((tx) => settleNotices(tx, { abouts: [settled.about], kinds: ['returned', 'due'], at: later }));
      await store().tx((tx) => settleNotices(tx, { abouts: [first.about], kinds: ['due'], at: later }));
      await store().tx((tx) => markGathered(tx, [gathered.id], later));
      const all = await listNotices(store().read, { receiver, limit: 10 });
      expect(all[0]).toEqual({ ...last, unitName: unit.name, unitPath: unit.path, successorId: null, readAt: null, settledAt: null });
      expect(ids(all)).toHaveLength(5);
      expect(new Set(ids(await listNotices(store().read, { receiver, isNew: true, limit: 10 })))).toEqual(
        new Set(ids([last, gathered, first])),
      );
      const toSend = (upTo: Date, since = someDay) => listToSend(store().read, { receiver, since, upTo, limit: 10 });
      expect(ids(await toSend(later))).toEqual(ids([first, last]));
      expect([ids(await toSend(someDay)), ids(await toSend(later, later))]).toEqual([ids([first]), ids([last])]);
      expect(ids(await findNotices(store().read, [last.id, read.id]))).toEqual(ids([read, last]));
      await store().tx((tx) => markNoticesRead(tx, { receiver, ids: null, at: later }));
      expect(await listNotices(store().read, { receiver, isNew: true, limit: 10 })).toEqual([]);
    });

    it('is told once under its name, to each receiver', async () => {
      const other = (await aPerson(store())).id;
      const once = `due:${randomUUID()}`;
      const [mine, again, theirs] = [
        aNotice({ once, kind: 'due' }),
        aNotice({ once, kind: 'due' }),
        aNotice({ once, kind: 'due', receiver: other }),
      ];
      await add(mine);
      await add(again, theirs, aNotice(), aNotice());
      expect(await toldOnce(store().read, [once, 'due:never'])).toEqual(
        new Map([
          [`${receiver} ${once}`, { id: mine.id, isSettled: false }],
          [`${other} ${once}`, { id: theirs.id, isSettled: false }],
        ]),
      );
      const standing = async () => ids((await listStanding(store().read, ['due'])).filter((row) => row.once === once));
      expect(new Set(await standing())).toEqual(new Set(ids([mine, theirs])));
      await store().tx((tx) => settleNoticesById(tx, [mine.id], later));
      expect(await standing()).toEqual([theirs.id]);
      await store().tx((tx) => markNoticesRead(tx, { receiver, ids: [mine.id], at: later }));
      await store().tx((tx) => markGathered(tx, [mine.id], later));
      expect((await toldOnce(store().read, [once])).get(`${receiver} ${once}`)).toEqual({ id: mine.id, isSettled: true });
      await store().tx((tx) => tellAgain(tx, [mine.id], later));
      expect(new Set(await standing())).toEqual(new Set(ids([mine, theirs])));
      expect(ids(await listToSend(store().read, { receiver, since: later, upTo: later, limit: 10 }))).toContain(mine.id);
    });

    it('is forgotten when it is old', async () => {
      const old = aNotice({ writtenAt: new Date('2020-01-01T00:00:00Z') });
      await add(old);
      await store().tx((tx) => forgetNotices(tx, new Date('2020-01-02T00:00:00Z')));
      expect(await findNotices(store().read, [old.id])).toEqual([]);
    });
  });

  describe('a message', () => {
    const aMessage = async () => {
      const message = { id: randomUUID(), channel: 'mail', receiver, noticeIds: ['a', 'b'], madeAt: someDay } as const;
      await store().tx((tx) => insertMessage(tx, message));
      return message;
    };
    const due = async (now: Date, id: string, of: { channel?: 'mail' | 'wecom'; except?: string[] } = {}) =>
      (await listDueMessages(store().read, { channel: 'mail', now, limit: 100, ...of })).find((one) => one.id === id) ?? null;

    it('is begun by one, then not due until its time, and marked as sent once', async () => {
      const message = await aMessage();
      expect(await due(new Date(someDay.getTime() - 1), message.id)).toBeNull();
      expect(await due(someDay, message.id)).toEqual({ ...message, tries: 0, nextAt: someDay, sentAt: null, trouble: null });
      expect([await due(someDay, message.id, { channel: 'wecom' }), await due(someDay, message.id, { except: [receiver] })]).toEqual([
        null,
        null,
      ]);
      const begin = () => store().tx((tx) => beginTry(tx, { id: message.id, tries: 0 }, later));
      expect([await begin(), await begin()]).toEqual([true, false]);
      expect([await due(someDay, message.id), (await due(later, message.id))?.tries]).toEqual([null, 1]);
      const sent = () => store().tx((tx) => markSent(tx, message.id, later));
      expect([await sent(), await sent()]).toEqual([true, false]);
      expect(await due(later, message.id)).toBeNull();
      expect(await store().tx((tx) => tryAgain(tx, message.id, later))).toBe(false);
    });

    it('that was given up is shown, and begins anew when it is asked for', async () => {
      const message = await aMessage();
      const before = await countMessages(store().read);
      await store().tx((tx) => markTrouble(tx, message.id, { trouble: 'refused', nextAt: null }));
      const after = await countMessages(store().read);
      expect([after.troubled - before.troubled, after.waiting - before.waiting, after.sent - before.sent]).toEqual([1, -1, 0]);
      expect((await listTroubled(store().read, 100)).map(({ id, trouble }) => [id, trouble])).toContainEqual([message.id, 'refused']);
      expect(await due(later, message.id)).toBeNull();
      expect(await store().tx((tx) => tryAgain(tx, message.id, later))).toBe(true);
      expect((await due(later, message.id))?.tries).toBe(0);
      await store().tx((tx) => forgetMessages(tx, later));
      expect(await due(later, message.id)).toBeNull();
    });
  });

  it('where somebody is sent it is kept once, and not of who has no way in any more', async () => {
    const choice = { userId: receiver, address: 'a@example.org', pace: 'daily', quietFrom: 20, quietTo: 8, since: someDay } as const;
    await store().tx((tx) => keepNoticeChoice(tx, { ...choice, pace: 'weekly' }));
    await store().tx((tx) => keepNoticeChoice(tx, choice));
    expect(await findNoticeChoice(store().read, receiver)).toEqual(choice);
    const mine = async () => (await listNoticeChoices(store().read)).filter((one) => one.userId === receiver);
    const posts = async () => (await postsIn(store().read, [unit.id])).map((post) => post.userId);
    expect([await mine(), await posts()]).toEqual([[choice], [receiver]]);
    await store().tx((tx) => updatePerson(tx, receiver, { isActive: false }));
    expect([await mine(), await posts()]).toEqual([[], []]);
  });
}
