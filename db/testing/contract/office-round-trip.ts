import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainVerifier } from '@/server/domain/audit';
import {
  countPeople,
  endLinks,
  endLinksOver,
  endPost,
  endSession,
  endSessionsOf,
  endSessionsOver,
  eventHead,
  findEdition,
  findFiling,
  findOneTimeLink,
  findPerson,
  findPersonByUsername,
  findPost,
  findQuarter,
  findReport,
  findSession,
  findUnit,
  findUnitByName,
  findYear,
  getReport,
  insertEdition,
  insertOneTimeLink,
  insertQuarter,
  insertReport,
  insertSession,
  insertYear,
  isNamedInRecord,
  lastUnitSort,
  latestEditionOf,
  latestEvents,
  listEditions,
  listEvents,
  listFilings,
  listPeople,
  listPosts,
  listPredecessors,
  listQuarters,
  listReportTexts,
  listSucceeded,
  listUnits,
  listYears,
  newestActs,
  postsOf,
  recordEvents,
  type Store,
  setFilingStatus,
  takeLink,
  touchSession,
  unitsUnder,
  updatePerson,
  updateQuarter,
  updateUnit,
  upsertReportText,
} from '../../store';
import { aFiling, anEvent, aPerson, aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');

/** Units, people, years, reports and events read back as they were written, on either engine. */
export function officeContract(store: () => Store): void {
  it('a closed unit is found by its successor, and its later quarters are listed for nobody', async () => {
    const district = await aUnit(store(), { kind: 'government' });
    const [closed, heir] = [await aUnit(store(), { under: district }), await aUnit(store(), { under: district })];
    await aFiling(store(), { unitId: closed.id, year: 2034, quarter: 1 });
    const later = await aFiling(store(), { unitId: closed.id, year: 2034, quarter: 2 });
    await store().tx((tx) => updateUnit(tx, closed.id, { closesOn: '2034-03-31', successorId: heir.id }));
    expect((await listPredecessors(store().read, [heir.id])).map((unit) => unit.id)).toEqual([closed.id]);
    expect((await listSucceeded(store().read)).map((unit) => unit.id)).toContain(closed.id);
    expect((await listSucceeded(store().read)).map((unit) => unit.id)).not.toContain(heir.id);
    expect(await listPredecessors(store().read, [closed.id])).toEqual([]);
    const others = Array.from({ length: 120 }, (_, number) => `another-${number}`);
    expect((await listPredecessors(store().read, [...others, heir.id])).map((unit) => unit.id)).toEqual([closed.id]);
    expect(await listPredecessors(store().read, others)).toEqual([]);
    expect((await listFilings(store().read, { unitIds: [closed.id] })).map((filing) => filing.quarter)).toEqual([1]);
    expect(await findFiling(store().read, later)).toBeNull();
    await store().tx((tx) => updateUnit(tx, closed.id, { closesOn: null, successorId: null }));
    expect((await listFilings(store().read, { unitIds: [closed.id] })).map((filing) => filing.quarter)).toEqual([1, 2]);
  });

  it('a unit’s name is on record once something was submitted or finalised under it; one that never existed is not found by name', async () => {
    const unit = await aUnit(store(), { name: '示例区更名局' });
    const filing = await aFiling(store(), { unitId: unit.id, year: 2035, quarter: 1 });
    expect(await isNamedInRecord(store().read, unit.id)).toBe(false);
    await store().tx((tx) => setFilingStatus(tx, filing, { status: 'submitted', submissionNumber: 1, at: someDay }));
    expect(await isNamedInRecord(store().read, unit.id)).toBe(true);
    await store().tx((tx) => updateUnit(tx, unit.id, { closesOn: '2019-12-31' }));
    expect(await findUnitByName(store().read, '示例区更名局')).toBeNull();
  });

  it('a unit is found by id and name, stands in its subtree and changes', async () => {
    const district = await aUnit(store(), { kind: 'government', name: '示例区人民政府' });
    const below = await aUnit(store(), { under: district, powers: ['fees'], closesOn: '2026-05-31', sort: 41 });
    const lower = await aUnit(store(), { under: below, sort: 40 });
    expect([await findUnit(store().read, below.id), await findUnitByName(store().read, '示例区人民政府')]).toEqual([below, district]);
    expect(await unitsUnder(store().read, district)).toEqual([district, lower, below]);
    expect(await listUnits(store().read)).toEqual(expect.arrayContaining([district, below, lower]));
    expect(await lastUnitSort(store().read)).toBe(41);
    await store().tx((tx) => updateUnit(tx, below.id, { name: '示例区新局', powers: ['penalty'], closesOn: null }));
    expect(await findUnit(store().read, below.id)).toEqual({ ...below, name: '示例区新局', powers: ['penalty'], closesOn: null });
  });

  it('a person is found whatever the case of the user name, and never shows more than that a password is set', async () => {
    const before = await countPeople(store().read);
    const { id, username } = await aPerson(store(), { username: 'Zhang.San', name: '张三' });
    const person = { id, username, name: '张三', isActive: true, hasPassword: false, passwordSetAt: null };
    expect(await findPersonByUsername(store().read, 'zhang.san')).toEqual({ ...person, passwordHash: null });
    await store().tx((tx) => updatePerson(tx, id, { passwordHash: 'argon2', isActive: false }));
    expect(await findPerson(store().read, id)).toEqual({ ...person, isActive: false, hasPassword: true });
    expect(await listPeople(store().read)).toContainEqual({ ...person, isActive: false, hasPassword: true });
    expect(await countPeople(store().read)).toBe(before + 1);
  });

  it('a post is held until it ends, and is found afterwards too', async () => {
    const unit = await aUnit(store());
    const { id: userId, postId } = await aPerson(store(), { unitId: unit.id, role: 'reviewer' });
    const post = { id: postId, userId, unitId: unit.id, role: 'reviewer' };
    expect([await postsOf(store().read, userId), await findPost(store().read, postId)]).toEqual([[post], { ...post, endedAt: null }]);
    expect(await listPosts(store().read)).toContainEqual(post);
    await store().tx((tx) => endPost(tx, postId, later));
    expect([await postsOf(store().read, userId), await findPost(store().read, postId)]).toEqual([[], { ...post, endedAt: later }]);
    expect(await listPosts(store().read)).not.toContainEqual(post);
  });

  it('a one-time link is used once, and ends when a newer one is issued for the same person and purpose', async () => {
    const { id: userId } = await aPerson(store());
    const link = (of: { userId: string | null; purpose: 'first_admin' | 'set_password' }) => ({
      tokenHash: randomUUID(),
      expiresAt: later,
      usedAt: null,
      ...of,
    });
    const links = [
      link({ userId, purpose: 'set_password' }),
      link({ userId: null, purpose: 'first_admin' }),
      link({ userId: 'other', purpose: 'set_password' }),
    ];
    await store().tx(async (tx) => {
      for (const one of links) await insertOneTimeLink(tx, one);
    });
    const usedAt = async () => Promise.all(links.map(async (one) => (await findOneTimeLink(store().read, one.tokenHash))?.usedAt));
    await store().tx((tx) => endLinks(tx, 'set_password', userId, someDay));
    expect(await usedAt()).toEqual([someDay, null, null]);
    await store().tx((tx) => endLinks(tx, 'first_admin', null, someDay));
    const take = (at: Date) => store().tx((tx) => takeLink(tx, links[2]?.tokenHash ?? '', at), { only: randomUUID() });
    expect((await Promise.all(Array.from({ length: 8 }, () => take(later)))).filter(Boolean)).toEqual([true]);
    expect(await take(someDay)).toBe(false);
    expect(await usedAt()).toEqual([someDay, someDay, later]);
    expect(await findOneTimeLink(store().read, 'no such link')).toBeNull();
  });

  it('a session tells its person as they are now, and ends once', async () => {
    const person = await aPerson(store(), { name: '李四' });
    const [one, two] = [randomUUID(), randomUUID()];
    for (const id of [one, two]) await store().tx((tx) => insertSession(tx, { id, userId: person.id, at: someDay }));
    await store().tx((tx) => touchSession(tx, one, later));
    expect(await findSession(store().read, one)).toEqual({
      id: one,
      userId: person.id,
      userName: '李四',
      username: person.username,
      isActive: true,
      createdAt: someDay,
      lastSeenAt: later,
      endedAt: null,
      issuer: null,
      passwordSetAt: null,
      byPassword: true,
      hasSecondFactor: false,
    });
    await store().tx((tx) => endSession(tx, one, someDay));
    await store().tx((tx) => endSessionsOf(tx, person.id, later));
    expect([(await findSession(store().read, one))?.endedAt, (await findSession(store().read, two))?.endedAt]).toEqual([someDay, later]);
    expect(await findSession(store().read, 'no such session')).toBeNull();
  });

  it('T11: sessions and links whose time is over end, those of a clock further ahead too, and no other', async () => {
    const { id: userId } = await aPerson(store());
    const after = (ms: number) => new Date(later.getTime() + ms);
    const sessions = { idle: -1, begun: 0, live: 2, ahead: 9 };
    const links = { over: -1, live: 1 };
    const ids = Object.fromEntries([...Object.keys(sessions), 'over', 'live link'].map((name) => [name, randomUUID()]));
    await store().tx(async (tx) => {
      for (const [name, ms] of Object.entries(sessions)) await insertSession(tx, { id: ids[name] ?? '', userId, at: after(ms) });
      await touchSession(tx, ids.begun ?? '', after(3));
      for (const [name, ms] of Object.entries(links)) {
        const tokenHash = ids[name === 'live' ? 'live link' : name] ?? '';
        await insertOneTimeLink(tx, { tokenHash, purpose: 'set_password', userId, expiresAt: after(ms), usedAt: null });
      }
    });
    await store().tx(async (tx) => {
      await endSessionsOver(tx, { idleSince: after(0), begunBefore: after(1), ahead: after(8), at: later });
      await endLinksOver(tx, later);
    });
    const endedAt = async (name: string) => (await findSession(store().read, ids[name] ?? ''))?.endedAt;
    expect([await endedAt('idle'), await endedAt('begun'), await endedAt('live'), await endedAt('ahead')]).toEqual([
      later,
      later,
      null,
      later,
    ]);
    const usedAt = async (name: string) => (await findOneTimeLink(store().read, ids[name] ?? ''))?.usedAt;
    expect([await usedAt('over'), await usedAt('live link')]).toEqual([later, null]);
  });

  it('a year has its quarters, the newest year first', async () => {
    const years = [2041, 2042].map((year) => ({ year, format: '2021' as const, rowVariant: 'other_single' as const }));
    await store().tx(async (tx) => {
      for (const year of years) await insertYear(tx, { ...year, createdAt: someDay });
      for (const quarter of [2, 1]) await insertQuarter(tx, { year: 2041, quarter, dueOn: `2041-0${quarter}-15`, openedAt: null });
      await updateQuarter(tx, 2041, 2, { openedAt: later, dueOn: '2041-07-20' });
    });
    expect((await listYears(store().read)).filter((year) => year.year > 2040)).toEqual([...years].reverse());
    expect([await findYear(store().read, 2041), await findYear(store().read, 2043)]).toEqual([years[0], null]);
    const second = { year: 2041, quarter: 2, dueOn: '2041-07-20', openedAt: later };
    expect(await listQuarters(store().read, 2041)).toEqual([{ year: 2041, quarter: 1, dueOn: '2041-01-15', openedAt: null }, second]);
    expect([await findQuarter(store().read, 2041, 2), await findQuarter(store().read, 2041, 3)]).toEqual([second, null]);
  });

  describe('a report', () => {
    it('is there once, with its texts and its editions, the newest first', async () => {
      const unit = await aUnit(store());
      await store().tx((tx) => insertYear(tx, { year: 2044, format: '2021', rowVariant: 'other_three', createdAt: someDay }));
      const report = { id: randomUUID(), unitId: unit.id, year: 2044, scope: 'consolidated' as const };
      for (const id of [report.id, randomUUID()]) await store().tx((tx) => insertReport(tx, { ...report, id, createdAt: someDay }));
      expect([await findReport(store().read, unit.id, 2044, 'consolidated'), await getReport(store().read, report.id)]).toEqual([
        report,
        report,
      ]);
      expect(await findReport(store().read, unit.id, 2044, 'own_organ')).toBeNull();

      const text = { key: '5' as const, text: '存在的问题。', version: 1, savedBy: 'a', savedAt: someDay };
      for (const version of [1, 2]) await store().tx((tx) => upsertReportText(tx, report.id, { ...text, version }));
      expect(await listReportTexts(store().read, report.id)).toEqual([{ ...text, version: 2 }]);

      const edition = {
        reportId: report.id,
        origin: 'assembled' as const,
        content: '{"年":1}',
        hash: 'h',
        finalisedBy: 'a',
        finalisedAt: later,
      };
      const editions = [1, 2].map((number) => ({ ...edition, id: randomUUID(), number }));
      for (const one of editions) await store().tx((tx) => insertEdition(tx, one));
      expect(await listEditions(store().read, report.id)).toEqual([...editions].reverse());
      expect(await findEdition(store().read, report.id, 1)).toEqual(editions[0]);
      expect(await latestEditionOf(store().read, unit.id, 2044, 'consolidated')).toEqual(editions[1]);
      expect(await latestEditionOf(store().read, unit.id, 2044, 'own_organ')).toBeNull();
    });
  });

  describe('the event log', () => {
    it('numbers events without a gap, chains them, and reads back what was hashed', async () => {
      const objectId = randomUUID();
      const from = await eventHead(store().read);
      const payload = { cell: 's3.granted.natural_person', before: null, after: '３７“件”\n', version: 1 };
      await store().tx((tx) => recordEvents(tx, [anEvent({ objectId, payload }), anEvent({ objectId, reason: '说明', ip: '10.0.0.1' })]));
      await store().tx((tx) => recordEvents(tx, []));
      const events = await listEvents(store().read, { objectType: 'filing', objectId, limit: 10 });
      const chain = chainVerifier(from);
      expect(events.map((event) => [event.seq - from.seq, chain.add(event)])).toEqual([
        [1, null],
        [2, null],
      ]);
      expect(await eventHead(store().read)).toEqual(chain.head());
    });

    it('tells who did what to an object, each kind and person once, and nothing of other objects', async () => {
      const objectId = randomUUID();
      const from = await eventHead(store().read);
      const by = (actorId: string) => anEvent({ objectId, actorId });
      await store().tx((tx) => recordEvents(tx, [by('a'), by('b'), by('a'), anEvent({ actorId: 'c' })]));
      const acts = await newestActs(store().read, { type: 'filing', id: objectId });
      expect(acts.map(({ kind, actorId, seq }) => [kind, actorId, seq - from.seq]).sort()).toEqual([
        ['figure.saved', 'a', 3],
        ['figure.saved', 'b', 2],
      ]);
    });

    it('leaves one unbroken chain when 50 transactions record at once', async () => {
      const from = await eventHead(store().read);
      await Promise.all(Array.from({ length: 50 }, () => store().tx((tx) => recordEvents(tx, [anEvent()]))));
      const chain = chainVerifier(from);
      const faults = (await listEvents(store().read, { after: from.seq, limit: 100 })).map((event) => chain.add(event));
      expect([faults.length, faults.every((fault) => fault === null)]).toEqual([50, true]);
    });

    it('is read by object, kind and number, from either end', async () => {
      const objectId = randomUUID();
      await store().tx((tx) =>
        recordEvents(
          tx,
          [1, 2, 3].map((version) => anEvent({ objectId, payload: { cell: 'c', before: null, after: 'x', version } })),
        ),
      );
      const seqs = (await listEvents(store().read, { objectId, limit: 10 })).map((event) => event.seq);
      expect((await latestEvents(store().read, { objectId, before: seqs[2] ?? 0, limit: 1 })).map((event) => event.seq)).toEqual([seqs[1]]);
      expect(await listEvents(store().read, { objectId, kindPrefix: 'filing.', limit: 10 })).toEqual([]);
      expect(await listEvents(store().read, { objectId, kindPrefix: 'figure.', after: seqs[0] ?? 0, limit: 10 })).toHaveLength(2);
    });
  });
}
