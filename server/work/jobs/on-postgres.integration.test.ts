import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updatePerson } from '@/db/store';
import { type FreshPostgres, freshPostgresStore } from '@/db/testing/fresh-postgres';
import { runCommand } from '@/server/commands/command';
import { triedImpact } from '@/server/commands/impact';
import { rollOverYear } from '@/server/commands/office/roll-over-year';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { quarters } from '@/server/domain/periods';
import { allEvents } from '@/server/queries/audit';
import { publishReport } from '@/server/rehearsal/settle-report';
import { aDistrict, type District } from '@/server/testing/a-district';
import { aRollOver } from '@/server/testing/every-status';
import { renameUnit } from '@/server/testing/rename-unit';
import { type Work, workOf } from '../index';
import { tryBy } from '../tried-by';
import { openWorkRoom, type WorkRoom } from '../work-room';
import type { InputOf, JobName, OutputOf } from '.';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const moments = ['甲', '乙'] as const;
/** Every job so many times while the office is renamed again and again. */
const times = 2;

/** How far a report is, what it is by its hashes, a queue that is empty, a year of which nothing is left to do, a file from outside. */
const namesNobody: ReadonlySet<JobName> = new Set([
  'bulk-lines',
  'report-standing',
  'shown-standing',
  'reports-added-up',
  'read-workbook',
  'review-queue',
  'clean-submissions',
  'queue-place',
  'rolled-over-year',
  'findings-anew',
]);

type Inputs = { [N in JobName]: InputOf<N> };

describe('on a real PostgreSQL, while people write', () => {
  let fresh: FreshPostgres;
  let district: District;
  let room: WorkRoom;
  let there: Work;
  let inputs: Inputs;
  beforeAll(async () => {
    tryBy(triedImpact);
    fresh = await freshPostgresStore();
    district = await aDistrict(fresh.store, { units: 1, openQuarters: quarters });
    for (const quarter of quarters) await district.approve({ 's3.granted.natural_person': 1 }, { quarter });
    const { admin, year, rootId: unitId } = district;
    const key = { unitId, year, scope: 'consolidated' as const };
    await publishReport(district, key, texts, () => '该单位本年度机构调整，未能报送，已书面说明。');
    room = openWorkRoom({ threads: 2 });
    there = room.of(admin.actor.userId, { dataFolder: '', databaseUrl: fresh.url });
    await askContributions(admin, {
      year,
      unitIds: district.unitIds,
      topic: 'social_evaluation',
      question: '评议结果如何？',
      dueOn: '2027-01-10',
    });
    const { actor } = admin;
    const asked = { actor, key, overlay: null };
    const at = new Date('2026-11-30T02:00:00Z');
    const by = { actor, overlay: null, now: at };
    await rollOverYear(admin, { ...aRollOver(year), isMeant: true, changeId: 'the roll-over of the office' });
    const ofFilings = { ...allEvents, kindPrefix: 'filing.' };
    const face = { key, reportId: '', edition: 'draft' as const, kind: 'json' as const, overlay: null };
    inputs = {
      'report-face': { ...face, kind: 'html' },
      'pressed-faces': { ...face, kinds: [face.kind] },
      'report-check-file': { key, kind: 'html', at, overlay: null },
      'filing-check-file': { filingId: (await district.filing()).id, kind: 'html', at, overlay: null },
      'read-workbook': { bytes: new Uint8Array() },
      'quarter-workbook': { filingId: (await district.filing()).id },
      'report-page': { ...by, key },
      'shown-standing': asked,
      'report-standing': asked,
      'report-compare': { actor, asked: { ...key, from: 1, to: null }, overlay: null },
      'report-digest': { key, edition: null, overlay: null },
      'report-to-freeze': { key, actorId: actor.userId, reason: '正文一处用词有误，已改正。', overlay: null },
      'report-impact': { ...by, asked: { of: 'adjustment', input: { ...key, cell: 's3.granted.natural_person', raw: '+1' } } },
      'trends-file': { actor, of: { unitId, scope: 'consolidated' } },
      'unit-trends-file': { actor, of: { unitId, year, measure: 'received' } },
      'reports-added-up': { keys: [key], overlay: null },
      'review-queue': { ...by, asked: {} },
      'clean-submissions': { ...by, asked: { limit: 10 } },
      'queue-place': { ...by, filingId: (await district.filing()).id },
      board: { ...by, asked: { year } },
      overview: { ...by, asked: { year } },
      'bulk-lines': { ...by, filingIds: [(await district.filing()).id] },
      'year-findings': { ...by, asked: { year }, shown: { weight: 'all' } },
      'findings-anew': { overlay: null, max: 10 },
      'findings-file': { ...by, of: { year, filter: { quarter: null, weight: 'all', state: 'all', rule: null, unit: '' }, kind: 'csv' } },
      'opening-sums': { ...by, year: year + 1 },
      'roll-over-plan': { ...by, from: year, today: '2026-11-30', pages: {} },
      'rolled-over-year': { ...by, year: year + 1, today: '2026-11-30', page: 1 },
      'report-material': { ...by, key },
      'report-contributions': { ...by, asked: { ...key, of: 'waiting', page: 1 } },
      'sign-page': { ...by, key },
      // The acts that rename the office are events too: what happened to its quarters is what stays.
      'events-file': { asked: ofFilings, kind: 'csv' },
      'event-log': { ...by, actor: district.auditor.actor, page: { asked: ofFilings, limit: 100 } },
      trends: { ...by, of: { unitId, scope: 'consolidated' } },
    };
  }, 120_000);
  afterAll(async () => {
    await room.close();
    await fresh.remove();
  });

  /** The names of the office, of its units and of its people, in one transaction: many queries of a job meet one of them. */
  const rename = (moment: (typeof moments)[number]) =>
    runCommand(district.admin, 'unit.manage', async (tx) => {
      for (const id of [district.rootId, ...district.unitIds]) await renameUnit(tx, id, `${moment}${id.slice(0, 4)}局`);
      for (const { actor } of [district.admin, district.reviewer, district.clerk()])
        await updatePerson(tx, actor.userId, { name: `${moment}${actor.username}` });
    });
  const made = async (work: Work, name: JobName): Promise<unknown> => {
    const answer: unknown = await work.do(name, inputs[name]);
    if (name === 'report-to-freeze') return (answer as OutputOf<'report-to-freeze'>).frozen;
    // So does the log.
    if (name === 'event-log') return { ...(answer as OutputOf<'event-log'>), head: null };
    // The marks of what was read grow with every act, there and back.
    if (name === 'findings-anew') return (answer as OutputOf<'findings-anew'>).map(({ marks: _, ...found }) => found);
    return answer;
  };

  it('every job is as one moment of the office, whatever is written meanwhile', async () => {
    const names = Object.keys(inputs) as JobName[];
    const expected = new Map<JobName, unknown[]>(names.map((name) => [name, []]));
    for (const moment of moments) {
      await rename(moment);
      for (const name of names) expected.get(name)?.push(await made(workOf(district.admin), name));
    }
    let isOver = false;
    let renamed = 0;
    const people = (async () => {
      for (; !isOver; renamed += 1) await rename(moments[renamed % 2] ?? '甲');
    })();
    const got = await Promise.all(
      names.flatMap((name) => Array.from({ length: times }, async () => [name, await made(there, name)] as const)),
    ).finally(() => {
      isOver = true;
    });
    await people;
    expect(renamed).toBeGreaterThan(1);
    for (const [name, answer] of got) {
      const [one, other] = expected.get(name) ?? [];
      if (!namesNobody.has(name)) expect(one, name).not.toEqual(other);
      expect([one, other], name).toContainEqual(answer);
    }
  }, 120_000);

  it('a page that a thread keeps is after every change what is made now', async () => {
    const kept: readonly JobName[] = [
      'report-page',
      'report-material',
      'board',
      'overview',
      'roll-over-plan',
      'rolled-over-year',
      'sign-page',
    ];
    for (const moment of [...moments, ...moments]) {
      await rename(moment);
      for (const name of kept) expect(await made(there, name), name).toEqual(await made(workOf(district.admin), name));
    }
  }, 120_000);

  it('what was prepared holds as long as nothing of it was written, and no longer', async () => {
    const { read, frozen } = await there.do('report-to-freeze', inputs['report-to-freeze']);
    if (!read) throw new Error('a witnessed job tells what it read');
    const stillReads = () => fresh.store.tx((tx) => tx.stillReads(read));
    expect(frozen?.obstacles).toEqual([]);
    expect([read.questions.length > 10, await stillReads()]).toEqual([true, true]);
    await fresh.store.tx((tx) => updatePerson(tx, district.auditor.actor.userId, { name: '另一人' }));
    expect(await stillReads()).toBe(false);
  });
});
