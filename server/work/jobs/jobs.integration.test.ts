import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { upsertOpeningBalance } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { createCaller } from '@/server/api/root';
import { nowhere } from '@/server/auth/guesses';
import { runCommand } from '@/server/commands/command';
import { exportFilingCheck } from '@/server/commands/export/export-filing-check';
import { packOwnReports } from '@/server/commands/export/export-own-reports';
import { exportReport } from '@/server/commands/export/export-report';
import { exportReportCheck } from '@/server/commands/export/export-report-check';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { dayAt, quarters } from '@/server/domain/periods';
import { exportKinds } from '@/server/domain/report/export-kinds';
import { exportTrends, exportUnitTrends } from '@/server/files/export-trends';
import { publishReport } from '@/server/rehearsal/settle-report';
import { aDistrict, type District } from '@/server/testing/a-district';
import { kindsOf } from '@/server/testing/log-of';
import { noBackups } from '@/server/testing/no-backups';
import { expectRefused } from '@/server/testing/refusal-of';
import { renameUnit } from '@/server/testing/rename-unit';
import { type Work, workOf } from '../index';
import { openWorkRoom, type WorkRoom } from '../work-room';

let fresh: FreshStore;
let district: District;
let room: WorkRoom;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  district = await aDistrict(fresh.store, { units: 1, openQuarters: quarters });
  for (const quarter of quarters) await district.approve({ 's2.normative_documents.in_force': 1 }, { quarter });
  room = openWorkRoom({ threads: 2 });
});
afterAll(async () => {
  await room.close();
  await fresh.remove();
});

const parts = { isDemonstration: false, backups: noBackups, page: null, from: nowhere, door: { isOneClick: false } };
const key = () => ({ unitId: district.unitIds[0] ?? '', year: district.year, scope: 'own_organ' as const });
const inTheRoom = <C extends District['admin']>(context: C): C => ({
  ...context,
  work: room.of(context.actor.userId, { dataFolder: dirname(fresh.file), databaseUrl: null }),
});

it.each(exportKinds)('%s: the same bytes from a thread as from here, and each is recorded', async (kind) => {
  const asked = { ...key(), edition: 'draft' as const, kind };
  const kinds = await kindsOf(fresh.store, async () => {
    const here = await exportReport(district.admin, asked);
    const there = await exportReport(inTheRoom(district.admin), asked);
    expect([there.name, there.contentType]).toEqual([here.name, here.contentType]);
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  });
  expect(kinds).toEqual(['report.exported', 'report.exported']);
});

it('the printed checks of a filing and of a report too', async () => {
  const { id: filingId } = await district.filing();
  for (const kind of ['html', 'docx'] as const) {
    const both = [district.admin, inTheRoom(district.admin)].map(async (context) => [
      Buffer.from((await exportFilingCheck(context, { filingId, kind })).bytes),
      Buffer.from((await exportReportCheck(context, { ...key(), kind })).bytes),
    ]);
    const [here, there] = await Promise.all(both);
    expect(there?.map((bytes, at) => bytes.equals(here?.[at] ?? Buffer.alloc(0)))).toEqual([true, true]);
  }
});

it('the page of a report is the same, and sees what was saved a moment before', async () => {
  await saveReportText(district.admin, { ...key(), key: '1', text: '一、总体情况。', baseVersion: 0 });
  const input = { actor: district.admin.actor, key: key(), overlay: null, now: district.admin.now() };
  const there = await workOf(inTheRoom(district.admin)).do('report-page', input);
  expect(there).toEqual(await workOf(district.admin).do('report-page', input));
  expect(there.texts['1']?.text).toBe('一、总体情况。');
});

it('a page that a thread keeps is after every change what is made now, and the same while nothing changed', async () => {
  const { admin, year, rootId, unitIds } = district;
  const [unitId = ''] = unitIds;
  const by = { actor: admin.actor, overlay: null, now: admin.now() };
  const opening = { cell: 's3.carried_in.natural_person', value: 7, decimals: 0, reason: '据上年年报。' };
  const today = dayAt(admin.now());
  const there = workOf(inTheRoom(admin));
  const here = workOf(admin);
  const pages = async (work: Work) => [
    await work.do('report-page', { ...by, key: key() }),
    await work.do('report-material', { ...by, key: key() }),
    await work.do('board', { ...by, asked: { year } }),
    await work.do('opening-sums', { ...by, year }),
    await work.do('roll-over-plan', { ...by, from: year, today, pages: {} }),
  ];
  const changes: (() => Promise<unknown>)[] = [
    () => saveReportText(admin, { ...key(), key: '5', text: '五、问题。', baseVersion: 0 }),
    () => askContributions(admin, { year, unitIds, topic: 'social_evaluation', question: '评议结果如何？', dueOn: `${year + 1}-01-10` }),
    () => runCommand(admin, 'unit.manage', (tx) => renameUnit(tx, unitId, '改了名的局')),
    () => runCommand(admin, 'unit.manage', (tx) => renameUnit(tx, rootId, '改了名的区')),
    () => fresh.store.tx((tx) => upsertOpeningBalance(tx, unitId, year + 1, { ...opening, setBy: admin.actor.userId, setAt: admin.now() })),
  ];
  const seen = [JSON.stringify(await pages(there))];
  for (const change of changes) {
    await change();
    const now = await pages(there);
    expect(now).toEqual(await pages(here));
    expect(await pages(there)).toEqual(now);
    seen.push(JSON.stringify(now));
  }
  expect(new Set(seen).size).toBe(changes.length + 1);
});

it('the trends of a report and of all units are the same bytes', async () => {
  for (const take of [
    (context: District['admin']) => exportTrends(context, { unitId: district.rootId, scope: 'consolidated' }),
    (context: District['admin']) => exportUnitTrends(context, { unitId: district.rootId, year: district.year, measure: 'received' }),
  ]) {
    const [here, there] = [await take(district.admin), await take(inTheRoom(district.admin))];
    expect(there.name).toBe(here.name);
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  }
  const other = { ...inTheRoom(district.clerk()), actor: { ...district.clerk().actor, posts: [] } };
  await expectRefused(exportTrends(other, { unitId: district.rootId, scope: 'consolidated' }), 'not_found');
});

it('every unit’s own report in one zip: the same bytes, and the same in the log', async () => {
  await publishReport(
    district,
    key(),
    { preamble: '示例年报。', '1': '本年收到申请3件。', '5': '问题。', '6': '无。' },
    () => '已逐项核对并书面说明原因。',
  );
  const packed = async (context: District['admin']) => {
    const chunks: Uint8Array[] = [];
    const kinds = await kindsOf(fresh.store, async () => {
      const asked = { year: district.year, state: 'edition' as const, kinds: ['docx', 'html', 'json'] as const };
      for await (const chunk of packOwnReports(context, asked)) chunks.push(chunk);
    });
    return { bytes: Buffer.concat(chunks), kinds };
  };
  const [here, there] = [await packed(district.admin), await packed(inTheRoom(district.admin))];
  expect(there.bytes.equals(here.bytes)).toBe(true);
  expect([there.kinds, here.kinds.length]).toEqual([here.kinds, 3]);
});

it('two states of a report beside each other are the same, and nobody’s who may not read it', async () => {
  const asked = { ...key(), from: 1, to: null };
  const api = (context: District['admin']) =>
    createCaller({ ...parts, store: fresh.store, actor: context.actor, command: context }).report.compare(asked);
  expect(await api(inTheRoom(district.admin))).toEqual(await api(district.admin));
  const stranger = { ...inTheRoom(district.admin), actor: { ...district.admin.actor, posts: [] } };
  await expect(api(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('who may not have a file is refused before anything is made, in the record once', async () => {
  const never = { do: () => Promise.reject(new Error('nothing is to be made')) };
  const stranger = { ...district.clerk(), actor: { ...district.clerk().actor, posts: [] }, work: never };
  const kinds = await kindsOf(fresh.store, () =>
    expectRefused(exportReport(stranger, { ...key(), edition: 'draft', kind: 'docx' }), 'not_found'),
  );
  expect(kinds).toEqual(['refused']);
});

it('a file that cannot be made is refused and recorded, wherever it would have been made', async () => {
  const kinds = await kindsOf(fresh.store, async () => {
    for (const context of [district.admin, inTheRoom(district.admin)])
      await expectRefused(exportReport(context, { ...key(), edition: 99, kind: 'docx' }), 'not_found');
  });
  expect(kinds).toEqual(['refused', 'refused']);
});

it('a thread cannot write', async () => {
  const { openSnapshots } = await import('@/db/store/open-snapshots');
  const snapshots = await openSnapshots({ dataFolder: dirname(fresh.file), databaseUrl: null });
  await expect(snapshots.at(async ({ db, t }) => db.delete(t.loggedEvents))).rejects.toThrow(/readonly/);
  await snapshots.close();
});
