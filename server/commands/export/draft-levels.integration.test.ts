import { describe, expect, it } from 'vitest';
import { toldFigures } from '@/components/annual-report/paper/told-figures';
import { numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { startingText } from '@/server/domain/narrative/starting-text';
import type { ExportKind } from '@/server/domain/report/export-kinds';
import { loadReportPage } from '@/server/queries/report';
import { inADistrict } from '../../testing/in-a-district';
import { countersignReportException } from '../report/countersign-report-exception';
import { explainReportFinding } from '../report/explain-report-finding';
import { saveReportText } from '../report/save-report-text';
import { exportReport } from './export-report';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const inForce = 's2.normative_documents.in_force';
const levels = [inForce, 's3.carried_out.total', 's4.review.pending', 's4.review.total'];

describe('a level that not every unit has filed', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const face = async (kind: ExportKind) =>
    new TextDecoder().decode((await exportReport(district().admin, { ...key(), edition: 'draft', kind })).bytes);

  /** One unit with its whole year, the others with a quarter. */
  async function someFiled(): Promise<void> {
    const leaves = { [received]: 2, [granted]: 2, [inForce]: 36, 's4.review.pending': 1 };
    for (const quarter of [1, 2, 3, 4] as const) await district().approve(leaves, { unit: 0, quarter });
    for (const unit of [1, 2]) await district().approve(leaves, { unit, quarter: 1 });
  }

  it('stands in no table of the page and of the board, nor in the starting text; flows are told', async () => {
    await someFiled();
    const shown = await page();
    const told = new Map(Object.entries(toldFigures(shown)));
    for (const cell of levels) expect([cell, told.has(cell)]).toEqual([cell, false]);
    expect(numberAt(told, received)).toBe(12);
    const text = startingText({ year: shown.year, format: getFormat(shown.format, shown.rowVariant), figures: told });
    expect(text).toContain('新收政府信息公开申请12件');
    expect(text).not.toMatch(/结转下年度|现行有效|行政复议/);
  });

  it('is empty on every face of the draft, which says so; in its words it is not known', async () => {
    await someFiled();
    await saveReportText(district().admin, { ...key(), key: '1', text: `现行有效{{${inForce}}}件。`, baseVersion: 0 });
    const json = JSON.parse(await face('json'));
    for (const cell of levels) expect([cell, json.figures[cell] ?? null]).toEqual([cell, null]);
    expect(JSON.stringify(json.figures[received])).toContain('12');
    expect(await face('html')).toContain('期末数（现行有效、结转、尚未审结等）未齐的留空');
    expect(await face('html')).toContain('现行有效〔待核〕件');
    const csv = (await face('csv')).split('\n').filter((line) => levels.some((cell) => line.includes(`,${cell},`)));
    expect(csv.length).toBeGreaterThan(2);
    for (const line of csv) expect(line).toMatch(/,,(件|),?\r?$/);
    for (const kind of ['html', 'digest-html'] as ExportKind[]) expect(await face(kind), kind).not.toMatch(/现行有效<[^0-9]*36/);
  });

  it('is printed as far as it is there once the exception for the missing units is signed', async () => {
    await someFiled();
    const found = (await page()).obstacles.find((one) => one.kind === 'must_fix' && one.finding.rule === 'r-all');
    const finding = found?.kind === 'must_fix' ? found.finding : null;
    const about = { rule: finding?.rule ?? '', boundTo: finding?.boundTo ?? '', text: '两个单位已撤并，未能报送，已书面说明。' };
    const { id } = await explainReportFinding(district().admin, { ...key(), ...about });
    expect((await page()).leftOut).toContain(inForce);
    await countersignReportException(district().reviewer, { ...key(), exceptionId: id });
    expect((await page()).leftOut).toEqual([]);
  });

  it('is told when every unit has filed', async () => {
    for (const unit of [0, 1, 2])
      for (const quarter of [1, 2, 3, 4] as const) await district().approve({ [inForce]: 5 }, { unit, quarter });
    const shown = await page();
    expect([shown.leftOut, numberAt(new Map(Object.entries(toldFigures(shown))), inForce)]).toEqual([[], 15]);
  });
});
