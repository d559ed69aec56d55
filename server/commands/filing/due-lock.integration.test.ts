import { describe, expect, it } from 'vitest';
import { findFiling, readSetting, updateExtension, updateQuarter, writeSetting } from '@/db/store';
import { verifyLedger } from '@/server/audit/verify-ledger';
import type { DueLockSetting } from '@/server/domain/deadlines';
import { addDays, type Day } from '@/server/domain/periods';
import { seededRandom } from '@/server/domain/seeded-random';
import { Refused } from '@/server/errors';
import { loadExtensions } from '@/server/queries/extensions';
import { loadFilingForm, openFilingForm } from '@/server/queries/filing-form';
import { loadInbox } from '@/server/queries/notices';
import { listTasks } from '@/server/queries/tasks';
import { typeCell } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { expectRefused, refusalOf } from '@/server/testing/refusal-of';
import { rolledBack } from '@/server/testing/rolled-back';
import type { CommandContext } from '../command';
import { setDueLock } from '../office/set-due-lock';
import { setQuarterDue } from '../office/set-quarter-due';
import { answerRemark } from './answer-remark';
import { askExtension } from './ask-extension';
import { declareNothing } from './declare-nothing';
import { declineExtension } from './decline-extension';
import { explainFinding } from './explain-finding';
import { extendDeadline } from './extend-deadline';
import { recallFiling } from './recall-filing';
import { restateOpening } from './restate-opening';
import { returnFiling } from './return-filing';
import { saveFigures } from './save-figures';
import { saveFilingText } from './save-filing-text';
import { startPractice } from './start-practice';
import { submitFiling } from './submit-filing';
import { unlockFiling } from './unlock-filing';
import { withdrawExtension } from './withdraw-extension';
import { withdrawRestatement } from './withdraw-restatement';
import { writeComment } from './write-comment';

const cell = 's3.granted.natural_person';
const why = '台账在搬迁中，下周才能取回。';
const off: DueLockSetting = { from: null, daysAfterReturn: 5 };
const on = { from: '2026-04-01', daysAfterReturn: 5 };

describe('a due day that locks', () => {
  const district = inADistrict();
  const at = (day: Day) => district().setClock(`${day}T02:00:00Z`);
  const differences = async () =>
    (await verifyLedger({ read: district().store.read, schema: { is: 'current', migration: null } })).replay?.differences;
  const lock = (to: DueLockSetting = on, seen: DueLockSetting = off) => setDueLock(district().admin, { ...to, seen, isLockMeant: true });
  const inbox = async (who: CommandContext) =>
    (await loadInbox(district().store.read, who.actor)).notices
      .filter((one) => !one.isSettled)
      .map((one) => one.sentence.zh.split('：')[1]);

  it('is off unless the office switches it on; then everything its clerk writes is refused from the day after', async () => {
    const { clerk, store } = district();
    const { id } = await district().type({ [cell]: 3 });
    const version = 1;
    at('2026-04-16');
    expect((await typeCell(clerk(), id, { cell, raw: '4', baseVersion: version })).outcome).toBe('saved');
    await lock();
    const filingId = id;
    const writes: Record<string, () => Promise<unknown>> = {
      type: () => typeCell(clerk(), id, { cell, raw: '5', baseVersion: 2 }),
      text: () => saveFilingText(clerk(), { filingId, changeId: clerk().newId(), text: '本季度正常。', baseVersion: 0 }),
      declare: () => declareNothing(clerk(), { filingId, section: '4', declare: true }),
      restate: () => restateOpening(clerk(), { filingId, cell: 's3.carried_in.natural_person', raw: '2', reason: why }),
      takeBack: () => withdrawRestatement(clerk(), { filingId, cell: 's3.carried_in.natural_person' }),
      explain: () => explainFinding(clerk(), { filingId, rule: 't3-col', boundTo: 'x', text: why }),
    };
    for (const [name, write] of Object.entries(writes)) {
      const refused = await refusalOf(write());
      expect([name, refused.code, refused.details]).toEqual([name, 'past_due', { dueOn: '2026-04-15' }]);
    }
    expect((await findFiling(store.read, id))?.status).toBe('open');
    await writeComment(clerk(), { filingId, anchor: cell, text: '还在等台账。' });
    at('2026-04-15');
    expect((await typeCell(clerk(), id, { cell, raw: '6', baseVersion: 2 })).outcome).toBe('saved');
  });

  it('lets a finished quarter be submitted as it stands, and then be recalled no more', async () => {
    const { id } = await district().type();
    await lock();
    at('2026-04-20');
    const form = await loadFilingForm(district().store.read, district().clerk().actor, id, null);
    await submitFiling(district().clerk(), { filingId: id, changeId: district().clerk().newId(), seenHash: form.hash });
    await expectRefused(recallFiling(district().clerk(), { filingId: id }), 'past_due');
  });

  it('holds up no practice, and no quarter that was due before it was switched on', async () => {
    const { id } = await district().filing();
    await startPractice(district().clerk(), { filingId: id });
    await lock({ ...on, from: '2026-04-16' });
    at('2026-05-01');
    expect((await typeCell(district().clerk(), id, { cell, raw: '4' })).outcome).toBe('saved');
  });

  it('refuses a save that arrives too late, and takes the very same once the unit has time again; what was saved before is answered as ever', async () => {
    const { clerk, admin } = district();
    const { id } = await district().filing();
    await lock();
    const early = { changeId: clerk().newId(), cell, raw: '4', baseVersion: 0 };
    await saveFigures(clerk(), { filingId: id, changes: [early] });
    const late = { ...early, changeId: clerk().newId(), raw: '5', baseVersion: 1 };
    at('2026-04-16');
    expect((await saveFigures(clerk(), { filingId: id, changes: [early] })).map((one) => one.outcome)).toEqual(['same']);
    await expectRefused(saveFigures(clerk(), { filingId: id, changes: [late] }), 'past_due');
    await extendDeadline(admin, { filingId: id, until: '2026-04-20', reason: why, seen: null });
    expect((await saveFigures(clerk(), { filingId: id, changes: [late] })).map((one) => one.outcome)).toEqual(['saved']);
    at('2026-04-21');
    await expectRefused(typeCell(clerk(), id, { cell, raw: '6', baseVersion: 2 }), 'past_due');
  });

  it('a form knows it on the day, though nothing was written', async () => {
    const { clerk, store } = district();
    const { id } = await district().filing();
    await lock();
    const at15 = await openFilingForm(store, clerk().actor, id, null, new Date('2026-04-15T15:59:00Z'));
    const at16 = await openFilingForm(store, clerk().actor, id, null, new Date('2026-04-15T16:01:00Z'));
    expect([at15.verdicts['filing.edit'], at15.deadline.isPastLock, at15.deadline.locks]).toEqual(['allowed', false, true]);
    expect([at16.verdicts['filing.edit'], at16.verdicts['filing.submit'], at16.deadline.isPastLock]).toEqual(['past_due', 'allowed', true]);
  });

  it('is asked back where it would lock somebody out at once, and for its days', async () => {
    const { admin, store } = district();
    at('2026-04-20');
    const refused = await expectRefused(setDueLock(admin, { ...on, seen: off }), 'invalid');
    expect(refused.details).toEqual({ units: 2 });
    await expectRefused(setDueLock(admin, { ...on, daysAfterReturn: 0, seen: off, isLockMeant: true }), 'invalid');
    await lock();
    expect(await readSetting(store.read, 'dueLock')).toEqual(on);
    await expectRefused(setDueLock(admin, { ...on, from: '2026-05-01', seen: off }), 'conflict');
    await lock(off, on);
    expect(await readSetting(store.read, 'dueLock')).toEqual(off);
  });

  it('clock × extension × lock × act: 50 draws are refused where the later day is over and locks, and nowhere else', async () => {
    const { clerk, store, year } = district();
    const { id } = await district().type({ [cell]: 1 });
    const random = seededRandom(15);
    const draw = (most = 30) => addDays('2026-04-01', random.integer(0, most));
    const acts: Record<string, { isWrite: boolean; act: (who: CommandContext) => Promise<unknown> }> = {
      type: { isWrite: true, act: (who) => typeCell(who, id, { cell, raw: '9', baseVersion: 1 }) },
      text: {
        isWrite: true,
        act: (who) => saveFilingText(who, { filingId: id, changeId: who.newId(), text: '本季度正常。', baseVersion: 0 }),
      },
      declare: { isWrite: true, act: (who) => declareNothing(who, { filingId: id, section: '4', declare: true }) },
      comment: { isWrite: false, act: (who) => writeComment(who, { filingId: id, anchor: cell, text: '请等一等。' }) },
      ask: { isWrite: false, act: (who) => askExtension(who, { filingId: id, until: '2026-09-30', reason: why }) },
    };
    const names = Object.keys(acts);
    const seen = { held: 0, let: 0 };
    for (let turn = 0; turn < 50; turn += 1) {
      const [due, today, from] = [draw(20), draw(40), draw(15)];
      const until = random.integer(0, 1) === 1 ? draw() : null;
      const isOn = random.integer(0, 3) > 0;
      const name = names[random.integer(0, names.length - 1)] ?? '';
      await store.tx(async (tx) => {
        await updateQuarter(tx, year, 1, { dueOn: due });
        await updateExtension(tx, id, { extension: until === null ? null : { until, reason: why, cause: 'granted' } });
        await writeSetting(tx, 'dueLock', { from: isOn ? from : null, daysAfterReturn: 5 });
      });
      at(today);
      const act = acts[name];
      const code = await act?.act({ ...clerk(), store: rolledBack(store).store }).then(
        () => null,
        (error: unknown) => (error instanceof Refused ? error.code : error),
      );
      const last = until !== null && Date.parse(until) > Date.parse(due) ? until : due;
      const isHeld = act?.isWrite && isOn && Date.parse(last) >= Date.parse(from) && Date.parse(today) > Date.parse(last);
      expect(code, JSON.stringify({ name, due, until, from, isOn, today })).toBe(isHeld ? 'past_due' : null);
      seen[isHeld ? 'held' : 'let'] += 1;
    }
    expect(seen.held).toBeGreaterThan(5);
  });

  describe('more time', () => {
    it('is asked for by the unit and given by the office, and both are told', async () => {
      const { clerk, admin, reviewer, store } = district();
      const { id } = await district().filing();
      await lock();
      at('2026-04-16');
      await askExtension(clerk(), { filingId: id, until: '2026-04-25', reason: why });
      expect(await inbox(admin)).toEqual(['申请延期到 2026-04-25，请办理']);
      const { lines, asking } = await loadExtensions(store.read, reviewer.actor, { year: 2026, now: reviewer.now() });
      expect([asking, lines[0]]).toMatchObject([
        1,
        { filingId: id, isLate: true, isPastLock: true, mayExtend: false, ask: { until: '2026-04-25', reason: why } },
      ]);
      await extendDeadline(admin, { filingId: id, until: '2026-04-25', reason: why, seen: null });
      expect([await inbox(admin), await inbox(clerk())]).toEqual([[], ['期限已延到 2026-04-25']]);
      const [task] = await listTasks(store.read, clerk().actor, new Date('2026-04-20T02:00:00Z'));
      expect(task).toMatchObject({ dueOn: '2026-04-25', quarterDueOn: '2026-04-15', isOverdue: false, daysLeft: 5, isPastLock: false });
      const after = await loadExtensions(store.read, admin.actor, { year: 2026, now: admin.now() });
      expect([after.asking, after.lines[0]]).toMatchObject([0, { ask: null, extension: { until: '2026-04-25' }, isLate: false }]);
      expect(await differences()).toEqual([]);
    });

    it('may be declined, asked for anew, changed and taken back; each over what was seen', async () => {
      const { clerk, admin, store } = district();
      const { id } = await district().filing();
      at('2026-04-14');
      await askExtension(clerk(), { filingId: id, until: '2026-04-25', reason: why });
      const seen = (await findFiling(store.read, id))?.extensionAsk?.at ?? '';
      await expectRefused(declineExtension(admin, { filingId: id, seen: '2026-04-14T00:00:00.000Z' }), 'conflict');
      await declineExtension(admin, { filingId: id, seen });
      expect(await inbox(clerk())).toEqual(['延期申请未获同意']);
      await expectRefused(declineExtension(admin, { filingId: id, seen }), 'conflict');
      await extendDeadline(admin, { filingId: id, until: '2026-04-25', reason: why, seen: null });
      await expectRefused(extendDeadline(admin, { filingId: id, until: '2026-04-28', reason: why, seen: null }), 'conflict');
      await extendDeadline(admin, { filingId: id, until: '2026-04-20', reason: why, seen: '2026-04-25' });
      await expectRefused(withdrawExtension(admin, { filingId: id, seen: '2026-04-25' }), 'conflict');
      await withdrawExtension(admin, { filingId: id, seen: '2026-04-20' });
      await expectRefused(withdrawExtension(admin, { filingId: id, seen: '2026-04-20' }), 'conflict');
      expect((await findFiling(store.read, id))?.dueOn).toBe('2026-04-15');
      expect(await differences()).toEqual([]);
    });

    it('needs a real reason and a day that can be meant, and names the day of the law that it would pass', async () => {
      const { admin } = district();
      const { id } = await district().filing();
      at('2026-04-20');
      const ask = (until: Day, more: { reason?: string; isPastStatutoryMeant?: boolean } = {}) =>
        extendDeadline(admin, { filingId: id, until, reason: why, seen: null, ...more });
      await expectRefused(ask('2026-04-25', { reason: '已核实' }), 'invalid');
      await expectRefused(ask('2026-04-19'), 'invalid');
      const refused = await expectRefused(ask('2027-02-01'), 'invalid');
      expect([refused.details, refused.sentence.zh.includes('第四十九条')]).toEqual([{ statutoryDay: '2027-01-31' }, true]);
      await ask('2027-02-01', { isPastStatutoryMeant: true });
    });

    it('counts where everybody’s day is moved: the unit is not late by it', async () => {
      const { admin, year } = district();
      for (const unit of [0, 1])
        await extendDeadline(admin, { filingId: (await district().filing(unit)).id, until: '2026-05-10', reason: why, seen: null });
      at('2026-05-01');
      await setQuarterDue(admin, { year, quarter: 1, dueOn: '2026-04-20', seen: '2026-04-15' });
    });
  });

  describe('a quarter that comes back', () => {
    const remarks = [{ anchor: cell, text: '与台账不符，请核对。' }];
    const dayOf = async (id: string) => (await findFiling(district().store.read, id))?.dueOn;

    it('has the days of the office where due days lock, so that its clerk can answer', async () => {
      await lock();
      const { filing } = await district().submit();
      at('2026-04-20');
      await returnFiling(district().reviewer, { filingId: filing.id, submissionNumber: 1, reason: why, remarks });
      expect(await dayOf(filing.id)).toBe('2026-04-25');
      const form = await loadFilingForm(district().store.read, district().clerk().actor, filing.id, null, new Date('2026-04-25T02:00:00Z'));
      expect([form.verdicts['filing.answer_remark'], form.deadline.extension?.cause]).toEqual(['allowed', 'returned']);
      at('2026-04-25');
      const [{ id: remarkId = '' } = {}] = form.remarks;
      await answerRemark(district().clerk(), { filingId: filing.id, remarkId, answer: 'not_changed', text: why });
      at('2026-04-26');
      await expectRefused(typeCell(district().clerk(), filing.id, { cell, raw: '9', baseVersion: 1 }), 'past_due');
      expect(await differences()).toEqual([]);
    });

    it('has the day that its reviewer says, lock or none, and loses none that it had', async () => {
      const { reviewer, admin } = district();
      const { id } = await district().filing();
      await extendDeadline(admin, { filingId: id, until: '2026-04-28', reason: why, seen: null });
      await district().submit();
      const back = { filingId: id, submissionNumber: 1, reason: why, remarks };
      await expectRefused(returnFiling(reviewer, { ...back, until: '2026-04-01' }), 'invalid');
      await returnFiling({ ...reviewer, store: rolledBack(district().store).store }, { ...back, until: '2026-04-20' });
      expect(await dayOf(id)).toBe('2026-04-28');
      await returnFiling(reviewer, { ...back, until: '2026-05-08' });
      expect(await dayOf(id)).toBe('2026-05-08');
    });

    it('is due as it was where nothing locks', async () => {
      const { filing } = await district().approve();
      at('2026-04-20');
      await unlockFiling(district().admin, { filingId: filing.id, submissionNumber: 1, reason: '上级核查发现漏报一件，须补正。' });
      expect(await dayOf(filing.id)).toBe('2026-04-15');
    });

    it('has time after an unlocking too', async () => {
      const { filing } = await district().approve();
      await lock();
      at('2026-04-20');
      await unlockFiling(district().admin, { filingId: filing.id, submissionNumber: 1, reason: '上级核查发现漏报一件，须补正。' });
      expect(await dayOf(filing.id)).toBe('2026-04-25');
    });
  });
});
