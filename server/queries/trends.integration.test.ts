import { describe, expect, it } from 'vitest';
import { updateUnit } from '@/db/store';
import { importEdition } from '@/server/commands/report/import-edition';
import { count, withComputed } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import type { Scope } from '@/server/domain/subject';
import type { MeasureKey } from '@/server/domain/trends';
import { exportTrends } from '@/server/files/export-trends';
import type { District } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { loadTrendChoice, loadTrends, loadUnitTrends, type Trends } from './trends';
import { loadUnitChoices } from './unit-choices';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';

const seriesOf = (trends: Trends, measure: MeasureKey) => trends.series.find((one) => one.measure === measure)?.points ?? [];

async function adopt({ admin }: District, of: { unitId: string; year: number; scope: Scope }, figures: Record<CellId, number>) {
  const format = getFormat('2021');
  const leaves = new Map(leafCells(format).map((cell) => [cell.id, count(figures[cell.id] ?? 0)]));
  const content = { organ: '示例区', year: of.year, scope: of.scope, figures: withComputed(format, leaves), texts: {} };
  await importEdition(admin, { unitId: of.unitId, format, file: 'report.json', content });
}

describe('trends', () => {
  const district = inADistrict({ units: 3, openQuarters: [1] });

  it('take the newest edition of each year, the approved quarters of this one, and leave gaps', async () => {
    const here = district();
    const key = { unitId: here.rootId, scope: 'consolidated' as const };
    await adopt(here, { ...key, year: 2022 }, { [received]: 40, [granted]: 40 });
    await adopt(here, { ...key, year: 2022 }, { [received]: 50, [granted]: 50 });
    await adopt(here, { unitId: here.rootId, scope: 'own_organ', year: 2024 }, { [received]: 7 });
    await here.approve({ [received]: 3, [granted]: 3 }, { unit: 0 });
    await here.approve({ [received]: 4, [granted]: 4 }, { unit: 1 });
    const trends = await loadTrends(here.store.read, here.reviewer.actor, key);
    expect(trends.years).toMatchObject([
      { year: 2022, source: { kind: 'imported', number: 2 }, isPartial: false },
      { year: 2024, source: null },
      { year: 2026, source: { kind: 'ledger' }, isPartial: true },
    ]);
    expect(seriesOf(trends, 'received').map((point) => point.value)).toEqual([50, null, 7]);
    expect(seriesOf(trends, 'open').map((point) => point.share)).toEqual([{ tenths: 1000 }, null, 'few']);
    expect(seriesOf(trends, 'carried_out').map((point) => point.value)[2]).toBeNull();
  });

  it('are of one’s own unit for a clerk, and of everything below for the office', async () => {
    const here = district();
    const [own = '', other = ''] = here.unitIds;
    const choices = async (context: District['admin']) => {
      const { units } = await loadUnitChoices(here.store.read, context.actor, { aim: 'trends' });
      expect((await loadTrendChoice(here.store.read, context.actor, units.at(-1)?.id))?.unitId).toBe(units.at(-1)?.id);
      expect((await loadTrendChoice(here.store.read, context.actor))?.unitId).toBe(units[0]?.id);
      return units.map((one) => one.id);
    };
    expect(await choices(here.clerk(0))).toEqual([own]);
    expect(await choices(here.auditor)).toEqual([here.rootId, ...here.unitIds]);
    const read = (unitId: string) => loadTrends(here.store.read, here.clerk(0).actor, { unitId, scope: 'own_organ' });
    expect((await read(own)).unitId).toBe(own);
    await expect(read(other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      loadUnitTrends(here.store.read, here.clerk(0).actor, { unitId: here.rootId, year: 2026, measure: 'received', limit: 9 }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(exportTrends(here.clerk(0), { unitId: other, scope: 'own_organ' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a successor go on from its predecessors, which are not chosen by themselves', async () => {
    const here = district();
    const [, one = '', heir = ''] = here.unitIds;
    await adopt(here, { unitId: one, year: 2024, scope: 'own_organ' }, { [received]: 31, [granted]: 31 });
    await here.store.tx(async (tx) => {
      await updateUnit(tx, one, { closesOn: '2024-12-31', successorId: heir });
      await updateUnit(tx, heir, { opensOn: '2025-01-01' });
    });
    const trends = await loadTrends(here.store.read, here.reviewer.actor, { unitId: heir, scope: 'own_organ' });
    expect(trends.years[0]).toMatchObject({ year: 2024, through: ['示例区2局'], source: { kind: 'imported' } });
    expect(seriesOf(trends, 'received')[0]?.value).toBe(31);
    expect((await loadUnitChoices(here.store.read, here.reviewer.actor, { aim: 'trends' })).units.map((unit) => unit.id)).not.toContain(
      one,
    );
    expect((await loadTrendChoice(here.store.read, here.reviewer.actor, one))?.unitId).toBe(here.rootId);
  });

  it('compare the units of a year: flows of their quarters, levels of the latest, none where nothing is approved', async () => {
    const here = district();
    await here.approve(
      { [received]: 30, [granted]: 30, 's2.normative_documents.issued': 2, 's2.normative_documents.in_force': 2 },
      { unit: 0 },
    );
    await here.approve({ [received]: 40, [granted]: 40 }, { unit: 1 });
    const of = async (measure: MeasureKey) =>
      (await loadUnitTrends(here.store.read, here.auditor.actor, { unitId: here.rootId, year: 2026, measure, limit: 9 })).units.map(
        (unit) => [unit.unitName, unit.value, unit.lacks],
      );
    expect(await of('received')).toEqual([
      ['示例区2局', 40, 3],
      ['示例区1局', 30, 3],
      ['示例区3局', null, 4],
    ]);
    expect((await of('normative_documents'))[0]).toEqual(['示例区1局', 2, 3]);
    const shares = await loadUnitTrends(here.store.read, here.auditor.actor, {
      unitId: here.rootId,
      year: 2026,
      measure: 'open',
      limit: 9,
    });
    expect(shares.units.map((unit) => unit.share)).toEqual([{ tenths: 1000 }, { tenths: 1000 }, null]);
  });

  it('go out as a list that spreadsheets read and formulas do not run in', async () => {
    const here = district();
    await here.store.tx((tx) => updateUnit(tx, here.unitIds[0] ?? '', { name: '=cmd()' }));
    await here.approve({ [received]: 3, [granted]: 3 }, { unit: 0 });
    const { bytes, name } = await exportTrends(here.reviewer, { unitId: here.unitIds[0] ?? '', scope: 'own_organ' });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('本年新收政府信息公开申请,件,2026,3,');
    expect(text).not.toMatch(/^=cmd/m);
    expect(name).toContain('历年数据');
  });
});

describe('a level that not every unit has filed', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2, 3, 4] });

  it('is no level of the whole: one unit has its fourth quarter, the others have not; flows are told as the part they are', async () => {
    const here = district();
    const key = { unitId: here.rootId, scope: 'consolidated' as const };
    await adopt(here, { ...key, year: 2025 }, { 's2.normative_documents.in_force': 214 });
    const documents = { 's2.normative_documents.in_force': 36 };
    for (const quarter of [1, 2, 3, 4] as const)
      await here.approve({ [received]: 2, [granted]: 2, ...documents, 's4.review.pending': 1 }, { unit: 0, quarter });
    for (const unit of [1, 2]) await here.approve({ [received]: 5, [granted]: 5, ...documents }, { unit, quarter: 1 });
    const trends = await loadTrends(here.store.read, here.reviewer.actor, key);
    const last = (measure: MeasureKey) => seriesOf(trends, measure).at(-1);
    expect(last('received')).toMatchObject({ value: 18, isPartial: true, isLeftOut: false });
    for (const measure of ['normative_documents', 'carried_out', 'review'] as const)
      expect(last(measure), measure).toMatchObject({ value: null, isLeftOut: true, change: null });
    expect(seriesOf(trends, 'normative_documents')[0]).toMatchObject({ value: 214, isLeftOut: false });
    const csv = new TextDecoder().decode((await exportTrends(here.reviewer, key)).bytes);
    expect(csv).toContain('行政规范性文件现行有效,件,2026,,,,已通过的季度,期末数未齐');
    const own = await loadTrends(here.store.read, here.reviewer.actor, { unitId: here.unitIds[0] ?? '', scope: 'own_organ' });
    expect(seriesOf(own, 'normative_documents').at(-1)).toMatchObject({ value: 36, isLeftOut: false });
  });
});
