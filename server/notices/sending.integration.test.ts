import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  countMessages,
  insertMessage,
  insertNotices,
  keepNoticeChoice,
  listTroubled,
  type NoticeChoice,
  robots,
  type Store,
  updatePerson,
} from '@/db/store';
import { resolveThread } from '@/server/commands/filing/resolve-thread';
import { writeComment } from '@/server/commands/filing/write-comment';
import { aLog } from '@/server/log/testing/a-log';
import { inADistrict } from '@/server/testing/in-a-district';
import { teller } from './keep-telling';
import type { Outgoing, Robot } from './outgoing';
import { aMailServer, type MailFault } from './testing/a-mail-server';
import { aRobotHouse, type RobotFault } from './testing/a-robot-house';

const minute = 60_000;
/** A Wednesday, ten in the morning in Shanghai. */
const start = Date.parse('2026-04-01T02:00:00Z');
const cells = ['s3.granted.natural_person', 'text', 's3.carried_in.natural_person'];

describe('what leaves the house', () => {
  const district = inADistrict();
  let mail: Awaited<ReturnType<typeof aMailServer>>;
  let house: Awaited<ReturnType<typeof aRobotHouse>>;
  let now: number;
  beforeEach(async () => {
    mail = await aMailServer();
    house = await aRobotHouse();
    now = start;
    district().setClock(new Date(now).toISOString());
  });
  afterEach(async () => {
    await mail.stop();
    await house.stop();
  });

  const later = (ms: number) => {
    now += ms;
    district().setClock(new Date(now).toISOString());
  };
  const outgoing = (named: Partial<Outgoing> = {}): Outgoing => ({
    mail: { host: '127.0.0.1', port: mail.port, isSecure: false, login: null, from: 'nianbao@office.example' },
    robots: [],
    address: 'https://nianbao.example',
    ...named,
  });
  const robot = (kind: Robot['kind'], secret: string | null = null): Robot => ({
    kind,
    url: `http://127.0.0.1:${house.port}/${kind}?key=k`,
    secret,
  });
  const telling = (store: Store = district().store, of = outgoing()) => {
    const { log, lines } = aLog();
    return { look: teller({ store, overlay: null, env: { outgoing: of } }, { log, now: () => new Date(now) }), lines };
  };
  const choose = (named: Partial<NoticeChoice> = {}) =>
    district().store.tx((tx) =>
      keepNoticeChoice(tx, {
        ...{ userId: district().reviewer.actor.userId, address: 'li@office.example', pace: 'at_once', quietFrom: 0, quietTo: 0 },
        ...{ since: new Date(0), ...named },
      }),
    );
  let said = 0;
  /** The clerk says something; the reviewer is told. */
  const say = async () => {
    const filingId = (await district().filing()).id;
    const anchor = cells[said++ % cells.length] ?? 'text';
    await writeComment(district().clerk(), { filingId, anchor, text: '机密：3 件' });
  };

  it('a mail says what and where, with the way there, and nothing that somebody wrote', async () => {
    await choose();
    const { look } = telling();
    await say();
    later(minute);
    await look();
    await look();
    const [sent, ...more] = mail.taken;
    expect([sent?.to, more]).toEqual(['li@office.example', []]);
    expect(sent?.text).toMatch(/示例区1局 2026 年第一季度：有新的留言\r?\nhttps:\/\/nianbao\.example\/review\/[\w-]+/);
    expect(sent?.text).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(sent?.text).not.toMatch(/机密|3 件|clerk0/);
    expect(await countMessages(district().store.read)).toEqual({ sent: 1, waiting: 0, troubled: 0 });
  });

  it('an act is done while the mail server is away, and its mail comes when it is back', async () => {
    await choose();
    const { look, lines } = telling();
    mail.faults.push('drop', 'refuse');
    await say();
    for (const pause of [1, 2, 6, 20]) {
      later(pause * minute);
      await look();
    }
    expect(mail.taken).toHaveLength(1);
    expect(lines().map(({ event, trouble }) => [event, trouble])).toEqual([
      ['a message could not be sent', 'away'],
      ['a message could not be sent', 'refused'],
    ]);
    expect(JSON.stringify(lines())).not.toContain('office.example');
  });

  it('a digest comes at its hour with all of it, quiet hours are kept, and who wants none gets none', async () => {
    await choose({ pace: 'daily', quietFrom: 20, quietTo: 8 });
    await choose({ userId: district().secondReviewer.actor.userId, address: 'wang@office.example', quietFrom: 9, quietTo: 12 });
    await choose({ userId: district().admin.actor.userId, address: 'zhao@office.example', pace: 'never' });
    const { look } = telling();
    await say();
    await say();
    await look();
    expect(mail.taken).toEqual([]);
    later(2 * 60 * minute);
    await look();
    expect(mail.taken.map(({ to }) => to)).toEqual(['wang@office.example']);
    later(20 * 60 * minute);
    await look();
    expect(mail.taken.map(({ to }) => to)).toEqual(['wang@office.example', 'li@office.example']);
    expect(mail.taken[1]?.text.match(/有新的留言/g)).toHaveLength(2);
  });

  it('what is settled, whose reader has no way in any more, or whose post ended, is not sent, even when it waited for the server', async () => {
    await choose();
    const { look } = telling();
    mail.faults.push('drop');
    const filingId = (await district().filing()).id;
    const { id } = await writeComment(district().clerk(), { filingId, anchor: 'text', text: '请看。' });
    await look();
    await resolveThread(district().clerk(), { filingId, commentId: id });
    later(2 * minute);
    await look();
    await say();
    mail.faults.push('drop');
    await look();
    await district().store.tx((tx) => updatePerson(tx, district().reviewer.actor.userId, { isActive: false }));
    later(2 * minute);
    await look();
    await say();
    await look();
    expect(mail.taken).toEqual([]);
    expect(await countMessages(district().store.read)).toEqual({ sent: 0, waiting: 0, troubled: 0 });
  });

  it('an address that there is not is given up at once, and one that is no address is never sent', async () => {
    await choose();
    await choose({ userId: district().secondReviewer.actor.userId, address: 'a@b.example\r\nBcc: everybody@b.example' });
    mail.faults.push('refuse_for_good');
    await say();
    const { look } = telling();
    await look();
    later(24 * 60 * minute);
    await look();
    expect(mail.taken).toEqual([]);
    expect((await listTroubled(district().store.read, 5)).map(({ trouble, nextAt }) => [trouble, nextAt])).toEqual([
      ['receiver', null],
      ['receiver', null],
    ]);
  });

  it('robots are told in the format of each, signed where there is a secret, and never follow anywhere', async () => {
    const { look } = telling(
      district().store,
      outgoing({ mail: null, robots: [robot('wecom'), robot('dingtalk', 'SEC'), robot('feishu', 'F')] }),
    );
    later(7 * 24 * 60 * minute);
    house.faults.push('elsewhere', 'decline');
    await look();
    later(2 * minute);
    await look();
    const said = Object.fromEntries(house.taken.map(({ path, body }) => [path.split('?')[0], { path, body }]));
    const words = expect.stringMatching(
      /^年报系统提醒\n示例区人民政府 2026 年第一季度：请在 2026-04-15 前报送\nhttps:\/\/nianbao\.example\/tasks$/,
    );
    expect(said['/wecom']).toEqual({ path: '/wecom?key=k', body: { msgtype: 'text', text: { content: words } } });
    expect(said['/dingtalk']).toEqual({
      path: expect.stringMatching(/^\/dingtalk\?key=k&timestamp=\d{13}&sign=[\w%]+$/),
      body: { msgtype: 'text', text: { content: words } },
    });
    expect(said['/feishu']?.body).toEqual({
      ...{ timestamp: expect.stringMatching(/^\d{10}$/), sign: expect.stringMatching(/^[\w+/]{43}=$/) },
      ...{ msg_type: 'text', content: { text: words } },
    });
    expect(house.taken).toHaveLength(3);
  });

  it('what is told at once to a robot that takes little comes in as many messages as it needs, in order, each notice once', async () => {
    const { store, unitIds } = district();
    const paths = Array.from({ length: 60 }, (_, index) => `/filings/${String(index).padStart(36, '0')}`);
    const facts = { receiver: robots, kind: 'returned', unitId: unitIds[0] ?? '', period: '2026Q1', day: null, once: null } as const;
    await store.tx((tx) =>
      insertNotices(
        tx,
        paths.map((path) => ({ ...facts, id: path, about: path, path, writtenAt: new Date(now) })),
      ),
    );
    const { look } = telling(store, outgoing({ mail: null, robots: [robot('dingtalk'), robot('wecom')] }));
    for (let looks = 0; looks < 8; looks += 1) {
      await look();
      later(minute);
    }
    const told = (kind: string) =>
      house.taken
        .filter(({ path }) => path.startsWith(`/${kind}`))
        .flatMap(({ body }) => JSON.stringify(body).match(/\/filings\/\d+/g) ?? []);
    expect([told('wecom'), told('dingtalk')]).toEqual([paths, paths]);
  });

  it('a hundred messages of another channel, or to somebody who sleeps, hold up no other', async () => {
    const { secondReviewer, store } = district();
    await choose();
    await choose({ userId: secondReviewer.actor.userId, address: 'wang@office.example', quietFrom: 9, quietTo: 12 });
    await store.tx(async (tx) => {
      for (let index = 0; index < 120; index += 1)
        for (const [channel, receiver] of [
          ['wecom', robots],
          ['mail', secondReviewer.actor.userId],
        ] as const)
          await insertMessage(tx, { id: `${channel}${index}`, channel, receiver, noticeIds: ['n'], madeAt: new Date(now - minute) });
    });
    await say();
    await telling(store, outgoing()).look();
    expect(mail.taken.map(({ to }) => to)).toEqual(['li@office.example']);
  });

  it('quiet hours hold for every try, and spend none', async () => {
    await choose({ quietFrom: 20, quietTo: 8 });
    const { store } = district();
    later(9 * 60 * minute + 59 * minute);
    const { look } = telling(store);
    mail.faults.push('drop');
    await say();
    await look();
    const tries = async () => (await listTroubled(store.read, 5)).map((one) => one.tries);
    for (const pause of [10, 60, 180]) {
      later(pause * minute);
      await look();
    }
    expect([mail.taken, await tries()]).toEqual([[], [1]]);
    later(8 * 60 * minute);
    await look();
    expect(mail.taken.map(({ to }) => to)).toEqual(['li@office.example']);
  });

  it('of several processes one sends', async () => {
    await choose();
    await say();
    await Promise.all(Array.from({ length: 4 }, () => telling().look()));
    later(minute);
    await Promise.all(Array.from({ length: 4 }, () => telling().look()));
    expect(mail.taken).toHaveLength(1);
  });

  it('whatever fails and whenever the process dies, each notice arrives, is marked once, and comes twice only where nobody could know that it came', async () => {
    const mailFault = fc.constantFrom<MailFault>('drop', 'take_and_drop', 'refuse', 'delay');
    const robotFault = fc.constantFrom<RobotFault>('drop', 'take_and_drop', 'refuse', 'decline', 'elsewhere', 'delay');
    const plan = fc.record({
      mail: fc.array(mailFault, { maxLength: 4 }),
      robots: fc.array(robotFault, { maxLength: 4 }),
      /** Which transaction of the job is the last of its process, counted on from the one before. */
      deaths: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    });
    await choose();
    await fc.assert(
      fc.asyncProperty(plan, async ({ mail: mailFaults, robots: robotFaults, deaths }) => {
        later(9 * 24 * 60 * minute);
        const marked = new Map<string, number>();
        const before = await countMessages(district().store.read);
        mail.taken.length = 0;
        house.taken.length = 0;
        mail.faults.splice(0, mail.faults.length, ...mailFaults);
        house.faults.splice(0, house.faults.length, ...robotFaults);
        await say();
        const of = outgoing({ robots: [robot('wecom')] });
        for (const death of deaths) await telling(dyingAfter(district().store, death), of).look();
        // Twelve hours, so that no pause is longer; the night is over as often as not.
        for (let look = 0; look < 12; look += 1) {
          later(12 * 60 * minute);
          await telling(district().store, of).look();
        }
        const after = await countMessages(district().store.read);
        expect([after.waiting, after.troubled]).toEqual([0, 0]);
        for (const { id } of mail.taken) marked.set(id, (marked.get(id) ?? 0) + 1);
        expect(mail.taken.length).toBeGreaterThan(0);
        const unknown = mailFaults.filter((fault) => fault === 'take_and_drop').length + deaths.length;
        const repeats = [...marked.values()].reduce((sum, times) => sum + times - 1, 0);
        expect(repeats).toBeLessThanOrEqual(unknown);
        const robotIds = new Set(house.taken.map(({ id }) => id));
        // Each row that says so arrived, and each message that arrived is such a row: but one of which nobody could know, when its day was over before it was
        // tried again.
        const unsaid = marked.size + robotIds.size - (after.sent - before.sent);
        expect(unsaid).toBeGreaterThanOrEqual(0);
        expect(unsaid).toBeLessThanOrEqual(deaths.length + robotFaults.filter((fault) => fault === 'take_and_drop').length);
      }),
      { numRuns: 12, examples: [[{ mail: [], robots: ['take_and_drop'], deaths: [1, 6] }]] },
    );
  });
});

/** A store whose process dies in the n-th transaction from now on. */
function dyingAfter(store: Store, transactions: number): Store {
  let left = transactions;
  return {
    ...store,
    tx: (work, scope) => {
      left -= 1;
      if (left < 0) throw new Error('the process is gone');
      return store.tx(async (tx) => {
        const result = await work(tx);
        if (left === 0) throw new Error('the process is gone');
        return result;
      }, scope);
    },
  };
}
