import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { dueOf, isOver } from '@/server/domain/deadlines';
import {
  countBoard,
  countByPlace,
  countOpenRemarks,
  declaredAndWritten,
  findFiling,
  insertDeclaration,
  insertFiling,
  insertQuarter,
  insertRemark,
  insertYear,
  listExtended,
  listMissing,
  pageOfBoard,
  type Store,
  setFilingStatus,
  type Unit,
  updateExtension,
  upsertFigure,
  upsertText,
} from '../../store';
import { aUnit, someDay } from '../rows';

const year = 2063;
const today = `${year}-04-20`;

/** What a board counts, over units that lived in some of the quarters. */
export function boardContract(store: () => Store): void {
  const root = randomUUID();
  let units: Unit[];
  let filingIds: string[];
  const of = () => ({ year, under: [[root]], today });

  beforeAll(async () => {
    const under = await aUnit(store(), { id: root, name: '政府', kind: 'government', sort: 0 });
    const opensOn = `${year - 1}-01-01`;
    units = [
      await aUnit(store(), { under, opensOn, name: '办公室', kind: 'office', sort: 9 }),
      await aUnit(store(), { under, opensOn, name: '甲局', sort: 1 }),
      await aUnit(store(), { under, opensOn, name: '乙局', sort: 2, closesOn: `${year}-03-31` }),
      await aUnit(store(), { under, opensOn: `${year}-05-01`, name: '丙街道', kind: 'street', sort: 3 }),
    ];
    filingIds = units.map(() => randomUUID());
    await store().tx(async (tx) => {
      await insertYear(tx, { year, format: '2021', rowVariant: 'other_three', createdAt: someDay });
      for (const quarter of [1, 2])
        await insertQuarter(tx, { year, quarter, dueOn: `${year}-0${quarter * 3 + 1}-15`, openedAt: quarter === 1 ? someDay : null });
      for (const at of [0, 1, 2])
        await insertFiling(tx, { id: filingIds[at] ?? '', unitId: units[at]?.id ?? '', year, quarter: 1, at: someDay });
      await insertFiling(tx, { id: randomUUID(), unitId: units[1]?.id ?? '', year, quarter: 1, isPractice: true, at: someDay });
      await setFilingStatus(tx, filingIds[0] ?? '', { status: 'approved', at: someDay });
      await setFilingStatus(tx, filingIds[1] ?? '', { status: 'submitted', at: someDay });
    });
  });

  it('counts units, filings, what is through and what is late, by kind and quarter', async () => {
    const none = { units: 1, filings: 0, open: 0, returned: 0, waiting: 0, inReview: 0, done: 0, locked: 0, overdue: 0 };
    const sums = await countBoard(store().read, of());
    expect(sums).toEqual([
      {
        kind: 'department',
        quarter: 1,
        units: 2,
        filings: 2,
        open: 1,
        returned: 0,
        waiting: 1,
        inReview: 0,
        done: 0,
        locked: 0,
        overdue: 1,
      },
      { kind: 'department', quarter: 2, ...none },
      { kind: 'office', quarter: 1, units: 1, filings: 1, open: 0, returned: 0, waiting: 0, inReview: 0, done: 1, locked: 0, overdue: 0 },
      { kind: 'office', quarter: 2, ...none },
      { kind: 'street', quarter: 2, ...none },
    ]);
    expect(await countBoard(store().read, { ...of(), under: [units[1]?.path ?? []] })).toHaveLength(2);
  });

  it('counts a unit that has a day of its own by that day, wherever it lies', async () => {
    const filingId = filingIds[2] ?? '';
    const quarterDueOn = `${year}-04-15`;
    for (const until of [null, `${year}-04-10`, quarterDueOn, `${year}-04-16`, today, `${year}-04-21`, `${year + 1}-01-01`]) {
      const extension = until === null ? null : { until, reason: '台账在搬迁中', cause: 'granted' as const };
      await store().tx((tx) => updateExtension(tx, filingId, { extension }));
      const dueOn = dueOf({ quarterDueOn, extendedTo: until });
      expect(await findFiling(store().read, filingId)).toMatchObject({ dueOn, quarterDueOn, extension });
      const [department] = await countBoard(store().read, of());
      expect([until, department?.overdue]).toEqual([until, isOver(dueOn, today) ? 1 : 0]);
    }
    const ask = { until: `${year}-05-01`, reason: '等上级数据', by: 'p', at: someDay.toISOString() };
    await store().tx((tx) => updateExtension(tx, filingIds[1] ?? '', { extensionAsk: ask }));
    const listed = await listExtended(store().read, { year, under: [root] });
    expect(listed.map((one) => [one.id, one.extension?.until ?? null, one.extensionAsk])).toEqual([
      [filingIds[1], null, ask],
      [filingId, `${year + 1}-01-01`, null],
    ]);
    await store().tx(async (tx) => {
      await updateExtension(tx, filingId, { extension: null });
      await updateExtension(tx, filingIds[1] ?? '', { extensionAsk: null });
    });
    expect(await listExtended(store().read, { year, under: [root] })).toEqual([]);
  });

  it('pages the units by the list or by risk, all of them or some', async () => {
    const page = async (more: Partial<Parameters<typeof pageOfBoard>[1]>) => {
      const { units: found, of: all } = await pageOfBoard(store().read, {
        ...of(),
        show: 'all',
        quarter: null,
        order: 'list',
        limit: 10,
        offset: 0,
        ...more,
      });
      return [found.map((unit) => unit.unitName).join(' '), all];
    };
    expect(await page({})).toEqual(['办公室 甲局 乙局 丙街道', 4]);
    expect(await page({ limit: 2, offset: 2 })).toEqual(['乙局 丙街道', 4]);
    expect(await page({ order: 'risk' })).toEqual(['乙局 甲局 办公室 丙街道', 4]);
    expect(await page({ show: 'unfinished' })).toEqual(['甲局 乙局', 2]);
    expect(await page({ show: 'overdue' })).toEqual(['乙局', 1]);
    expect(await page({ show: 'overdue', quarter: 1 })).toEqual(['乙局', 1]);
    expect(await page({ show: 'overdue', quarter: 2 })).toEqual(['', 0]);
    expect(await page({ show: 'open', quarter: 1 })).toEqual(['乙局', 1]);
    expect(await page({ show: 'submitted' })).toEqual(['甲局', 1]);
    expect(await page({ show: 'approved', quarter: 1, order: 'risk' })).toEqual(['办公室', 1]);
    expect(await page({ show: 'approved', quarter: 2 })).toEqual(['', 0]);
  });

  it('names who is missing in a quarter, the late ones first', async () => {
    const missing = await listMissing(store().read, { ...of(), quarter: 1, limit: 10 });
    expect(missing.map((one) => [one.unitName, one.status, one.isOverdue])).toEqual([
      ['乙局', 'open', true],
      ['甲局', 'submitted', false],
    ]);
    expect(await listMissing(store().read, { ...of(), quarter: 2, limit: 10 })).toEqual([]);
  });

  it('counts what is filled in, declared, written and not answered', async () => {
    const filingId = filingIds[2] ?? '';
    const cells = [
      ['s2.licensing_decisions', { state: 'number', value: 3, decimals: 0 }],
      ['s2.regulations.issued', { state: 'not_applicable' }],
      ['s3.granted.natural_person', { state: 'number', value: 1, decimals: 0 }],
      ['s3.granted.total', { state: 'not_filled' }],
      ['s3.denied.natural_person', { state: 'unreadable', raw: '约三' }],
      ['s3.carried_in.natural_person', { state: 'number', value: 1, decimals: 0 }],
      ['x.posts', { state: 'number', value: 1, decimals: 0 }],
    ] as const;
    await store().tx(async (tx) => {
      for (const [cell, figure] of cells)
        await upsertFigure(tx, filingId, { cell, raw: '1', figure, version: 1, savedBy: 'p', savedAt: someDay });
      await insertDeclaration(tx, filingId, { section: '4', declaredBy: 'p', declaredAt: someDay });
      await upsertText(tx, filingId, { key: 'contribution', text: '已培训。', version: 1, savedBy: 'p', savedAt: someDay });
      await insertRemark(tx, {
        id: randomUUID(),
        filingId,
        submissionNumber: 1,
        anchor: 'text',
        text: '请补充',
        writtenBy: 'p',
        writtenAt: someDay,
      });
    });
    const counted = await countByPlace(store().read, filingIds, {
      apart: ['s2.licensing_decisions'],
      leftOut: ['s3.carried_in.natural_person'],
    });
    expect(counted.map(({ place, filled, unreadable }) => [place, filled, unreadable])).toEqual([
      ['s2', 1, 0],
      ['s2.licensing_decisions', 1, 0],
      ['s3', 1, 1],
      ['x.posts', 1, 0],
    ]);
    expect(await countByPlace(store().read, [], { apart: [], leftOut: [] })).toEqual([]);
    expect(await countOpenRemarks(store().read, filingIds)).toEqual(new Map([[filingId, 1]]));
    expect(await declaredAndWritten(store().read, filingIds)).toEqual({
      declared: new Map([[filingId, new Set(['4'])]]),
      written: new Set([filingId]),
    });
  });
}
