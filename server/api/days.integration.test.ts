import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findUnit, listContributions } from '@/db/store';
import { seededRandom } from '@/server/domain/seeded-random';
import { Refused } from '@/server/errors';
import type { CommandContext } from '../commands/command';
import { askExtension } from '../commands/filing/ask-extension';
import { extendDeadline } from '../commands/filing/extend-deadline';
import { returnFiling } from '../commands/filing/return-filing';
import { changeAnnouncement, publishAnnouncement } from '../commands/office/announcements';
import { changeUnit } from '../commands/office/change-unit';
import { closeUnits } from '../commands/office/close-units';
import { createUnit } from '../commands/office/create-unit';
import { openQuarter } from '../commands/office/open-quarter';
import { rollOverYear } from '../commands/office/roll-over-year';
import { setDueLock } from '../commands/office/set-due-lock';
import { setQuarterDue } from '../commands/office/set-quarter-due';
import { askContributionAgain } from '../commands/report/ask-contribution-again';
import { askContributions } from '../commands/report/ask-contributions';
import { aRollOver } from '../testing/every-status';
import { inADistrict } from '../testing/in-a-district';
import { rolledBack } from '../testing/rolled-back';
import { appRouter } from './root';
import { day } from './schemas';

/**
 * Every way a day comes in from a person, with what may be meant by it on 8 April 2026: from the first to the last day, both included.
 * A procedure that takes a day and is not here fails the test.
 */
const senseOf: Record<string, readonly [string, string]> = {
  'office.createUnit': ['1949-10-01', '2027-12-31'],
  'office.changeUnit': ['1949-10-01', '2027-12-31'],
  // Not before the unit opened.
  'office.closeUnits': ['2020-01-01', '2027-12-31'],
  // The second quarter of 2026 ends on 30 June.
  'office.openQuarter': ['2026-06-30', '2027-12-31'],
  'office.setQuarterDue': ['2026-06-30', '2027-12-31'],
  'office.rollOverYear': ['2027-12-31', '2028-12-31'],
  // Of the unit's first quarter, which is due on 15 April.
  'deadline.ask': ['2026-04-16', '2027-12-31'],
  'deadline.extend': ['2026-04-16', '2027-12-31'],
  'deadline.setLock': ['2025-01-01', '2027-12-31'],
  // One within everybody's time gives nothing.
  'review.return': ['2026-04-08', '2027-12-31'],
  'contribution.ask': ['2026-04-08', '2027-12-31'],
  'contribution.askAgain': ['2026-04-08', '2027-12-31'],
  'announcement.publish': ['2026-04-08', '2027-12-31'],
  'announcement.change': ['2026-04-08', '2027-12-31'],
};

/** What only looks and writes nothing. */
const looks = ['office.closing', 'audit.events'];

/** The procedures whose input holds a day, wherever in it. */
function takingADay(): string[] {
  const pattern = JSON.stringify((z.toJSONSchema(day, { unrepresentable: 'any' }) as { pattern?: string }).pattern);
  return Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) => {
    const { inputs } = (procedure as unknown as { _def: { inputs: z.ZodType[] } })._def;
    const schemas = inputs.map((input) => JSON.stringify(z.toJSONSchema(input, { unrepresentable: 'any' })));
    return schemas.some((schema) => schema.includes(pattern)) ? [path] : [];
  });
}

describe('a day that somebody sends', () => {
  const district = inADistrict({ units: 3 });

  it('comes in by the ways that are listed here, and by no other', () => {
    expect(takingADay().toSorted()).toEqual([...Object.keys(senseOf), ...looks].toSorted());
  });

  it('is a day of the calendar: 2,000 that are none are refused at the border', () => {
    const random = seededRandom(5);
    const wrong: string[] = [];
    for (let turn = 0; turn < 2000; turn += 1) {
      const [y, m, d] = [random.integer(0, 9999), random.integer(0, 15), random.integer(0, 35)];
      const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
      const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
      if (day.safeParse(text).success !== (d >= 1 && d <= length)) wrong.push(text);
    }
    for (const text of ['', '2026-2-3', '20260203', '2026/02/03', '2026-02-03T00:00', ' 2026-02-03', '二〇二六', '+02026-02-03'])
      if (day.safeParse(text).success) wrong.push(text);
    expect(wrong).toEqual([]);
  });

  it('is refused where it cannot be meant, whichever way it comes: 50 days by each way, some at the edges', async () => {
    const { admin, reviewer, rootId, unitIds, year, store } = district();
    const [unitId = '', closing = ''] = unitIds;
    const question = { topic: 'social_evaluation' as const, question: '本年社会评议结果如何？' };
    const { ids } = await askContributions(reviewer, { ...question, year, unitIds: [unitId], dueOn: '2026-12-31' });
    const [requestId = ''] = ids;
    const said = { text: '周五晚维护。', audience: 'all', unitIds: [], role: null, endsOn: '2026-12-31' } as const;
    const { id: announcementId } = await publishAnnouncement(admin, { ...said, changeId: randomUUID() });
    const due = { year, quarter: 2 as const, isLateMeant: true };
    const rolled = aRollOver(year);
    const filingId = (await district().filing(0)).id;
    const handed = await district().submit({}, { unit: 2 });
    const why = '台账在搬迁中，下周才能取回。';
    // Each is undone, so that every day meets the same district.
    const undone = (act: (context: CommandContext) => Promise<unknown>, by = admin) =>
      act({ ...by, store: rolledBack(store).store }).then(
        () => null,
        (error: unknown) => {
          if (error instanceof Refused && error.code === 'invalid') return error.code;
          throw error;
        },
      );
    const ways: Record<string, (on: string) => Promise<string | null>> = {
      'office.createUnit': (opensOn) =>
        undone((context) => createUnit(context, { parentId: rootId, name: `单位${opensOn}`, kind: 'street', powers: [], opensOn })),
      'office.changeUnit': (opensOn) => undone((context) => changeUnit(context, { unitId, change: { opensOn } })),
      'office.closeUnits': (closesOn) => undone((context) => closeUnits(context, { unitIds: [closing], closesOn, into: null })),
      'office.openQuarter': (dueOn) => undone((context) => openQuarter(context, { ...due, dueOn })),
      'office.setQuarterDue': (dueOn) => undone((context) => setQuarterDue(context, { ...due, dueOn })),
      'office.rollOverYear': (dueOn) =>
        undone((context) =>
          rollOverYear(context, {
            ...rolled,
            changeId: randomUUID(),
            dueOn: [rolled.dueOn[0], rolled.dueOn[1], rolled.dueOn[2], dueOn],
          }),
        ),
      'deadline.ask': (until) => undone((context) => askExtension(context, { filingId, until, reason: why }), district().clerk(0)),
      'deadline.extend': (until) =>
        undone((context) => extendDeadline(context, { filingId, until, reason: why, seen: null, isPastStatutoryMeant: true })),
      'deadline.setLock': (from) =>
        undone((context) => setDueLock(context, { from, daysAfterReturn: 5, seen: { from: null, daysAfterReturn: 5 }, isLockMeant: true })),
      'review.return': (until) =>
        undone(
          (context) =>
            returnFiling(context, {
              ...{ filingId: handed.filing.id, submissionNumber: 1, reason: why, until },
              remarks: [{ anchor: 's3.granted.natural_person', text: why }],
            }),
          reviewer,
        ),
      'contribution.ask': (dueOn) =>
        undone((context) => askContributions(context, { ...question, question: dueOn, year, unitIds: [unitId], dueOn }), reviewer),
      'contribution.askAgain': (dueOn) =>
        undone((context) => askContributionAgain(context, { requestId, question: '请再答。', dueOn, baseVersion: 0 }), reviewer),
      'announcement.publish': (endsOn) => undone((context) => publishAnnouncement(context, { ...said, endsOn, changeId: randomUUID() })),
      'announcement.change': (endsOn) =>
        undone((context) => changeAnnouncement(context, { id: announcementId, facts: { ...said, endsOn }, seen: said })),
    };
    const random = seededRandom(11);
    const wrong: string[] = [];
    for (const [path, [first, last]] of Object.entries(senseOf)) {
      const act = ways[path];
      if (!act) throw new Error(`no way to call ${path}`);
      const edges = [later(first, -1), first, last, later(last, 1), '0001-01-01', '0202-06-30', '2062-06-30', '9999-12-31'];
      const drawn = Array.from({ length: 42 }, () => {
        const [y, m] = [random.integer(2015, 2040), random.integer(1, 12)];
        return `${y}-${String(m).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
      });
      for (const on of [...edges, ...drawn]) {
        // Quarters close with their last day; that is another rule, and any day in between would be refused by it.
        const asked = path === 'office.closeUnits' ? quarterEnd(on) : on;
        const isMeant = asked >= first && asked <= last;
        if (((await act(asked)) === null) !== isMeant) wrong.push(`${path} ${asked}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await findUnit(store.read, unitId))?.opensOn).toBe('2020-01-01');
    expect((await listContributions(store.read, { unitIds: [unitId], year })).map((one) => one.dueOn)).toEqual(['2026-12-31']);
  });
});

function later(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
}

function quarterEnd(on: string): string {
  const month = Math.ceil(Number(on.slice(5, 7)) / 3) * 3;
  return `${on.slice(0, 4)}-${String(month).padStart(2, '0')}-${month === 3 || month === 12 ? 31 : 30}`;
}
