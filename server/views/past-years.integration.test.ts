import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { updateUnit } from '@/db/store';
import { exportReport } from '@/server/commands/export/export-report';
import { importEdition } from '@/server/commands/report/import-edition';
import { count, numberAt, withComputed } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { inADistrict } from '../testing/in-a-district';
import { pastYears } from './past-years';

const received = 's3.new_received.natural_person';

describe('the years that a trend looks back on', () => {
  const district = inADistrict({ units: 4 });
  const unitId = (index: number) => district().unitIds[index] ?? '';

  async function adopt(index: number, year: number, value: number) {
    const format = getFormat('2021');
    const leaves = new Map(leafCells(format).map((cell) => [cell.id, count(cell.id === received ? value : 0)]));
    const content = {
      organ: `示例区${index + 1}局`,
      year,
      scope: 'own_organ' as const,
      figures: withComputed(format, leaves),
      texts: {},
    };
    await importEdition(district().admin, { unitId: unitId(index), format, file: 'report.json', content });
  }

  /** Units that closed on a day and were one from the next day on. */
  async function succeed(old: readonly number[], heir: number, closesOn: string, opensOn: string) {
    await district().store.tx(async (tx) => {
      for (const index of old) await updateUnit(tx, unitId(index), { closesOn, successorId: unitId(heir) });
      await updateUnit(tx, unitId(heir), { opensOn });
    });
  }

  async function trendOf(index: number) {
    const past = await pastYears(district().store.read, { unitId: unitId(index), year: 2026, scope: 'own_organ' });
    return past.map((one) => [one.year, numberAt(one.figures, 's3.new_received.total'), one.formerName ?? null]);
  }

  it('go on under the former names of a renamed unit, in the year of the renaming from both its reports', async () => {
    await adopt(1, 2022, 21);
    await adopt(1, 2023, 9);
    await adopt(2, 2023, 14);
    await adopt(2, 2024, 30);
    await adopt(3, 2025, 33);
    await succeed([1], 2, '2023-06-30', '2023-07-01');
    await succeed([2], 3, '2024-12-31', '2025-01-01');
    expect(await trendOf(3)).toEqual([
      [2022, 21, '示例区2局'],
      [2023, 9, '示例区2局'],
      [2023, 14, '示例区3局'],
      [2024, 30, '示例区3局'],
      [2025, 33, null],
    ]);
    const key = { unitId: unitId(3), year: 2026, scope: 'own_organ' as const, edition: 'draft' as const };
    const { bytes } = await exportReport(district().admin, { ...key, kind: 'digest-html' });
    const page = strFromU8(bytes);
    expect(page).toContain('示例区2局2022年第1版、2023年第1版；示例区3局2023年第1版、2024年第1版；2025年第1版年度报告');
    expect(page).toContain('2023年（年内更名，合计）');
    expect(page).toMatch(/<th scope="row">2023年<\/th>\s*<td[^>]*>23<\/td>/);
    const bundle = unzipSync((await exportReport(district().admin, { ...key, kind: 'bundle' })).bytes);
    const { trend } = JSON.parse(strFromU8(bundle['manifest.json'] ?? new Uint8Array()));
    expect(trend.map((one: { formerName?: string }) => one.formerName)).toEqual([
      '示例区2局',
      '示例区2局',
      '示例区3局',
      '示例区3局',
      undefined,
    ]);
  });

  it('leave the year of the renaming open while one of its two reports is not here', async () => {
    await adopt(1, 2022, 21);
    await adopt(2, 2023, 14);
    await succeed([1], 2, '2023-06-30', '2023-07-01');
    expect(await trendOf(2)).toEqual([[2022, 21, '示例区2局']]);
  });

  it('begin anew for a unit that several were merged into, and for one that stood before', async () => {
    for (const index of [0, 1, 2]) await adopt(index, 2024, 10);
    await adopt(3, 2025, 33);
    await succeed([1, 2], 3, '2024-12-31', '2025-01-01');
    expect(await trendOf(3)).toEqual([[2025, 33, null]]);
    await district().store.tx((tx) => updateUnit(tx, unitId(3), { closesOn: '2025-12-31', successorId: unitId(0) }));
    expect(await trendOf(0)).toEqual([[2024, 10, null]]);
  });
});
