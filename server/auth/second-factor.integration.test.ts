import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  countRecoveryCodes,
  findSecondFactor,
  findSession,
  insertSecondFactor,
  insertSession,
  knownSourcesOf,
  listEvents,
  type Store,
  updatePerson,
  writeRecoveryCodes,
} from '@/db/store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import { freshPostgresStore, postgresStoreAt } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { confirmBinding } from '@/server/commands/account/confirm-binding';
import { renewRecoveryCodes } from '@/server/commands/account/renew-recovery-codes';
import { turnOffSecondFactor } from '@/server/commands/account/turn-off-second-factor';
import { turnOnSecondFactor } from '@/server/commands/account/turn-on-second-factor';
import type { CommandContext } from '@/server/commands/command';
import { resetSecondFactor } from '@/server/commands/office/reset-second-factor';
import { setPersonActive } from '@/server/commands/office/set-person-active';
import { stepAt } from '@/server/domain/accounts/time-steps';
import { sha256Hex } from '@/server/domain/audit';
import { loadNewSecondFactor } from '@/server/queries/new-second-factor';
import { type District, districtIn, foundDistrict } from '../testing/a-district';
import { eventsOf } from '../testing/log-of';
import { expectRefused } from '../testing/refusal-of';
import { endOf } from '../testing/two-stores';
import { factorOf, vaultIn } from './fitting-code';
import type { Source } from './guesses';
import { HalfWay, halfwayLifetimeMs } from './halfway';
import { hashPassword } from './passwords';
import { newRecoveryCodes } from './recovery-codes';
import { anonymous, signIn } from './sign-in';
import { signInByCode } from './sign-in-by-code';
import { codeOfStep } from './time-codes';
import { vaultOf } from './vault';

const password = 'Xiangyang#2026';
/** Always the same, so that no guess of a test ever is the code. */
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const minute = 60_000;
const reason = '手机丢失，本人到办公室核实。';

/** The stores of two processes on one database. */
const engines = [
  {
    engine: 'SQLite',
    async open() {
      const fresh = await freshSqliteStore();
      return { fresh, second: await openSqliteStore(fresh.file) };
    },
  },
  {
    engine: 'PostgreSQL',
    async open() {
      const fresh = await freshPostgresStore();
      return { fresh, second: (await postgresStoreAt(fresh.url)).store };
    },
  },
];

describe.each(engines)('V6 6.5, 6.6: a second factor on $engine', ({ open }) => {
  let fresh: FreshStore;
  let processes: Store[];
  let district: District;
  let passwordHash: string;
  beforeAll(async () => {
    const { fresh: first, second } = await open();
    fresh = first;
    processes = [first.store, second];
    district = districtIn(fresh.store, await foundDistrict(fresh.store));
    passwordHash = await hashPassword(password);
  });
  afterAll(async () => {
    await processes[1]?.close();
    await fresh.remove();
  });

  let passedMs = 0;
  const now = () => new Date(district.admin.now().getTime() + passedMs);
  /** Each test goes on where the one before it stopped, a day later: what was counted is forgotten. */
  afterEach(() => {
    passedMs += 25 * 60 * minute;
  });
  let recovery: readonly string[];
  let here: CommandContext;
  let turn = 0;
  /** By turns in one process and in the other. */
  const nobody = (): CommandContext => {
    turn += 1;
    return { ...district.admin, store: processes[turn % 2] ?? fresh.store, actor: anonymous, now, ip: null };
  };
  const from = (browser: string, address = '10.0.0.9'): Source => ({ address, device: browser.padEnd(32, '-') });
  const home = from('home');
  const username = 'reviewer';
  const code = (more = 0) => codeOfStep(secret, stepAt(now()) + more);

  beforeEach(async () => {
    const { userId } = district.reviewer.actor;
    const { shown, hashes } = newRecoveryCodes(userId);
    recovery = shown;
    const sessionId = randomUUID();
    await fresh.store.tx(async (tx) => {
      await updatePerson(tx, userId, { passwordHash, isActive: true });
      await updatePerson(tx, district.clerk().actor.userId, { passwordHash });
      await tx.db.delete(tx.t.secondFactors);
      await insertSecondFactor(tx, {
        userId,
        sealedSecret: vaultIn(district.admin).lock(secret, factorOf(userId)),
        lastStep: 0,
        setAt: now(),
      });
      await writeRecoveryCodes(tx, userId, hashes);
      await insertSession(tx, { id: sessionId, userId, at: now() });
    });
    here = { ...district.reviewer, now, actor: { ...district.reviewer.actor, sessionId } };
  });

  /** The first step: what the browser is given for the second. */
  async function halfway(source = home, typed = password): Promise<string> {
    const ended = await signIn(nobody(), source, { username, password: typed }).catch((error: unknown) => error);
    if (!(ended instanceof HalfWay)) throw ended;
    return ended.secret;
  }
  const second = (given: string | null, typed: string, source = home) => signInByCode(nobody(), source, { secret: given, code: typed });
  const openSessions = () => fresh.store.read.db.$count(fresh.store.read.t.sessions);

  it('is asked before somebody binds an identity, by which they would come in without it: a code, once', async () => {
    const bind = (typed?: string) => confirmBinding(here, { isOneClick: false }, { password, code: typed });
    await expectRefused(bind(), 'invalid');
    await expectRefused(bind('000000'), 'invalid');
    const once = code();
    await bind(once);
    await expectRefused(bind(once), 'invalid');
    await bind(recovery[0]);
    expect(await countRecoveryCodes(fresh.store.read, here.actor.userId)).toBe(recovery.length - 1);
  });

  it('starts no session by the password alone, nor knows the browser for it; the code does both', async () => {
    const before = await openSessions();
    const given = await halfway(from('new'));
    expect(await openSessions()).toBe(before);
    const source = sha256Hex(`device ${from('new').device}`);
    const isKnown = async () => (await knownSourcesOf(fresh.store.read, here.actor.userId, [source])).has(source);
    expect(await isKnown()).toBe(false);
    const events = await eventsOf(fresh.store, async () => {
      const { sid } = await second(given, code(), from('new'));
      expect(await findSession(fresh.store.read, sid)).toMatchObject({
        userId: here.actor.userId,
        byPassword: true,
        hasSecondFactor: true,
      });
    });
    expect(events.map((event) => event.kind)).toEqual(['session.started']);
    expect(await isKnown()).toBe(true);
  });

  it('says the same of a wrong password whether there is a second factor or not', async () => {
    const refusals = [];
    for (const name of [username, 'clerk0', 'nobody at all'])
      refusals.push(await expectRefused(signIn(nobody(), home, { username: name, password: 'wrong' }), 'not_signed_in'));
    expect(new Set(refusals.map((refused) => JSON.stringify([refused.sentence, refused.details]))).size).toBe(1);
  });

  it('the half-way state is of one browser, of five minutes, of one use, and opens nothing else', async () => {
    const given = await halfway();
    await expectRefused(second(given, code(), from('another')), 'not_signed_in');
    await expectRefused(second(null, code()), 'not_signed_in');
    await expectRefused(second('a secret that never was', code()), 'not_signed_in');
    expect(await findSession(fresh.store.read, given)).toBeNull();
    await second(given, code());
    await expectRefused(second(given, code(1)), 'not_signed_in');
    const late = await halfway();
    passedMs += halfwayLifetimeMs;
    await expectRefused(second(late, code()), 'not_signed_in');
    // T11: nor by a clock that is set back.
    const ahead = await halfway();
    passedMs -= 24 * 60 * minute;
    await expectRefused(second(ahead, code()), 'not_signed_in');
    passedMs += 24 * 60 * minute;
  });

  it('ends with whatever ends sessions: disabling, a reset', async () => {
    const given = await halfway();
    const of = { userId: here.actor.userId, unitId: district.rootId };
    await setPersonActive(district.admin, { ...of, isActive: false, leaveOpen: true, reason });
    await expectRefused(second(given, code()), 'not_signed_in');
    await setPersonActive(district.admin, { ...of, isActive: true });
    await expectRefused(second(given, code()), 'not_signed_in');
    const next = await halfway();
    await resetSecondFactor(district.admin, { ...of, reason });
    await expectRefused(second(next, code()), 'not_signed_in');
  });

  it('a code six times at once, in six browsers and two processes, is one session; and none afterwards', async () => {
    const browsers = Array.from({ length: 6 }, (_, index) => from(`six-${index}`, `10.0.1.${index}`));
    const given = await Promise.all(browsers.map((browser) => halfway(browser)));
    const before = await openSessions();
    const ends = await Promise.all(browsers.map((browser, index) => endOf(second(given[index] ?? '', code(), browser))));
    expect(ends.sort()).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'ok']);
    expect(await openSessions()).toBe(before + 1);
    await expectRefused(second(await halfway(from('seventh', '10.0.2.1')), code(), from('seventh', '10.0.2.1')), 'invalid');
    await second(await halfway(from('eighth', '10.0.2.2')), code(1), from('eighth', '10.0.2.2'));
    // What was used takes all before it along.
    await expectRefused(second(await halfway(from('ninth', '10.0.2.3')), code(-1), from('ninth', '10.0.2.3')), 'invalid');
  });

  it('one half-way state six times at once is one session', async () => {
    const given = await halfway();
    const codes = [code(), ...recovery.slice(0, 5)];
    expect((await Promise.all(codes.map((typed) => endOf(second(given, typed))))).filter((end) => end === 'ok')).toHaveLength(1);
  });

  it('a recovery code six times at once is one session, whatever the time; it is told of, and is gone', async () => {
    const browsers = Array.from({ length: 6 }, (_, index) => from(`r-${index}`, `10.0.3.${index}`));
    const given = await Promise.all(browsers.map((browser) => halfway(browser)));
    const typed = (recovery[0] ?? '').toLowerCase().replaceAll('-', ' ');
    const events = await eventsOf(fresh.store, async () => {
      const ends = await Promise.all(browsers.map((browser, index) => endOf(second(given[index] ?? '', typed, browser))));
      expect(ends.sort()).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'ok']);
    });
    expect(events.filter((event) => event.kind === 'session.recovery_code_used')).toHaveLength(1);
    expect(await countRecoveryCodes(fresh.store.read, here.actor.userId)).toBe(9);
  });

  it('a code a step early or late is taken; one of five minutes ago is not', async () => {
    await second(await halfway(), code(-1));
    await second(await halfway(), code(1));
    passedMs += 5 * minute;
    await expectRefused(second(await halfway(), code(-10)), 'invalid');
  });

  it('T30: five wrong codes from one source, thirty at once, and then it is told how long to wait; the password in between gives nothing back', async () => {
    const given = await halfway(from('guesser'));
    const ends = await Promise.all(
      Array.from({ length: 30 }, (_, index) => endOf(second(given, `${index}`.padStart(6, '0'), from('guesser')))),
    );
    expect(ends.filter((end) => end === 'invalid')).toHaveLength(5);
    const again = await halfway(from('guesser'));
    const refused = await expectRefused(second(again, code(), from('guesser')), 'too_many');
    expect([refused.details, refused.sentence.zh]).toEqual([
      { retryAfterSeconds: 15 * 60 },
      '这个账号输错动态口令的次数过多，请 15 分钟后再试，或联系管理员解除。',
    ]);
    passedMs += 15 * minute;
    expect(await endOf(second(await halfway(from('guesser')), code(), from('guesser')))).toBe('ok');
  });

  it('T30: who knows the password guesses no faster by asking for the code anew each time', async () => {
    const ends: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const given = await halfway(from('thief'));
      ends.push(await endOf(second(given, `${index}`.padStart(6, '1'), from('thief'))));
    }
    expect(ends.filter((end) => end === 'invalid')).toHaveLength(5);
  });

  it('V6 6.1.1: nor do their guesses from all over hold off a browser that is known', async () => {
    await second(await halfway(), code());
    passedMs += minute;
    for (let index = 0; index < 14; index += 1) {
      const source = from(`b${index}`, `10.4.0.${index}`);
      await endOf(second(await halfway(source), '000000', source));
    }
    const stranger = from('stranger', '10.5.0.1');
    await expectRefused(second(await halfway(stranger), code(), stranger), 'too_many');
    await second(await halfway(), code());
  });

  it('is switched on by the password and a code of the secret that was shown, and by nothing else', async () => {
    const door = { isOneClick: false };
    const clerk = { ...district.clerk(), now, actor: { ...district.clerk().actor, sessionId: randomUUID() } };
    const elsewhere = randomUUID();
    await fresh.store.tx((tx) => insertSession(tx, { id: elsewhere, userId: clerk.actor.userId, at: now() }));
    const shown = loadNewSecondFactor(clerk);
    const bare = shown.secret.replaceAll(' ', '');
    expect([shown.address.includes(bare), shown.picture.startsWith('<svg'), shown.enrolment.includes(bare)]).toEqual([true, true, false]);
    const typed = () => codeOfStep(bare, stepAt(now()));
    const turnOn = (input: Partial<{ enrolment: string; password: string; code: string }>, who = clerk) =>
      turnOnSecondFactor(who, door, { enrolment: shown.enrolment, password, code: typed(), ...input });
    await expectRefused(turnOn({ password: 'wrong' }), 'invalid');
    await expectRefused(turnOn({ code: '000000' }), 'invalid');
    await expectRefused(turnOn({ enrolment: 'x' }), 'invalid');
    // Somebody else's page.
    await expectRefused(turnOn({ enrolment: loadNewSecondFactor(here).enrolment }), 'invalid');
    passedMs += 16 * minute;
    await expectRefused(turnOn({}), 'invalid');
    passedMs -= 16 * minute;
    expect(await findSecondFactor(fresh.store.read, clerk.actor.userId)).toBeNull();
    const ends = await Promise.all([endOf(turnOn({})), endOf(turnOn({}))]);
    expect(ends.sort()).toEqual(['conflict', 'ok']);
    expect((await findSession(fresh.store.read, elsewhere))?.endedAt).not.toBeNull();
    // The code that switched it on is used.
    const ended = await signIn(nobody(), home, { username: 'clerk0', password }).catch((error: HalfWay) => error);
    const given = ended instanceof HalfWay ? ended.secret : '';
    await expectRefused(second(given, typed()), 'invalid');
  });

  it('is changed by password and code together; a code of a stolen session is counted apart from its password', async () => {
    const door = { isOneClick: false };
    await expectRefused(renewRecoveryCodes(here, door, { password: 'wrong', code: code() }), 'invalid');
    for (let index = 0; index < 5; index += 1)
      await expectRefused(renewRecoveryCodes(here, door, { password, code: `00000${index}` }), 'invalid');
    await expectRefused(turnOffSecondFactor(here, door, { password, code: code() }), 'too_many');
    passedMs += 15 * minute;
    const { recoveryCodes } = await renewRecoveryCodes(here, door, { password, code: code() });
    expect(recoveryCodes).toHaveLength(10);
    await expectRefused(turnOffSecondFactor(here, door, { password, code: recovery[0] ?? '' }), 'invalid');
    await turnOffSecondFactor(here, door, { password, code: recoveryCodes[0] ?? '' });
    expect([
      await findSecondFactor(fresh.store.read, here.actor.userId),
      await countRecoveryCodes(fresh.store.read, here.actor.userId),
    ]).toEqual([null, 0]);
    await expectRefused(turnOffSecondFactor(here, door, { password, code: recoveryCodes[1] ?? '' }), 'invalid');
    const { sid } = await signIn(nobody(), home, { username, password });
    expect((await findSession(fresh.store.read, sid))?.hasSecondFactor).toBe(false);
  });

  it('an administrator resets another’s with a reason, and nobody their own; every session of that person ends', async () => {
    const of = { userId: here.actor.userId, unitId: district.rootId };
    await expectRefused(resetSecondFactor(district.admin, { ...of, reason: '已核实' }), 'invalid');
    await expectRefused(resetSecondFactor(district.secondReviewer, { ...of, reason }), 'forbidden');
    await expectRefused(resetSecondFactor(district.admin, { ...of, userId: district.admin.actor.userId, reason }), 'invalid');
    const [event] = await eventsOf(fresh.store, () => resetSecondFactor(district.admin, { ...of, reason }));
    expect(event).toMatchObject({ kind: 'person.second_factor_reset', reason, objectId: here.actor.userId });
    expect((await findSession(fresh.store.read, here.actor.sessionId ?? ''))?.endedAt).not.toBeNull();
    await expectRefused(resetSecondFactor(district.admin, { ...of, reason }), 'invalid');
  });

  it('V6 11.3: with another key of the server no time code is taken, and a recovery code is', async () => {
    const vault = vaultOf('another key');
    const given = await halfway();
    await expectRefused(signInByCode({ ...nobody(), vault }, home, { secret: given, code: code() }), 'invalid');
    await signInByCode({ ...nobody(), vault }, home, { secret: given, code: recovery[0] ?? '' });
  });

  it('V6 11.3: neither the database nor the log holds a secret or a code', async () => {
    const all = JSON.stringify([
      await listEvents(fresh.store.read, { after: 0, limit: 10_000 }),
      await fresh.store.read.db.select().from(fresh.store.read.t.secondFactors),
      await fresh.store.read.db.select().from(fresh.store.read.t.recoveryCodes),
    ]);
    expect(all).not.toContain(secret);
    for (const one of recovery) expect(all.includes(one) || all.includes(one.replaceAll('-', ''))).toBe(false);
  });
});
