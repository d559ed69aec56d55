import { expect, it } from 'vitest';
import { findReport, insertEdition, insertReport } from '@/db/store';
import { restateOpening } from '../commands/filing/restate-opening';
import { setOpenings } from '../commands/office/set-openings';
import { inADistrict } from '../testing/in-a-district';
import { expectRefused } from '../testing/refusal-of';
import { loadReportView } from '../views/report-view';
import { loadOpeningSums } from './opening-sums';
import { loadReportPage } from './report';

const district = inADistrict({ units: 2 });
const carriedIn = 's3.carried_in.natural_person';
const inForce = 's2.normative_documents.in_force_opening';

/** Last year's whole, as it was published. */
async function published(figures: Record<string, number>, number = 1): Promise<void> {
  const { store, rootId, admin } = district();
  const key = { unitId: rootId, year: 2025, scope: 'consolidated' as const };
  await store.tx(async (tx) => {
    if (number === 1) await insertReport(tx, { id: 'last-year', ...key, createdAt: admin.now() });
    const report = await findReport(tx, rootId, 2025, 'consolidated');
    await insertEdition(tx, {
      id: `edition ${number}`,
      reportId: report?.id ?? '',
      number,
      origin: 'imported',
      content: JSON.stringify({
        kind: 'edition',
        origin: 'imported',
        number,
        organ: '示例区人民政府',
        ...key,
        format: '2021',
        rowVariant: 'other_three',
        figures: Object.fromEntries(Object.entries(figures).map(([cell, value]) => [cell, { state: 'number', value, decimals: 0 }])),
        texts: {},
        parts: [],
        missing: [],
        explanations: [],
        packVersion: 'any',
        switchedOff: [],
      }),
      hash: 'any',
      finalisedBy: admin.actor.userId,
      finalisedAt: admin.now(),
    });
  });
}

it('F7: the openings of the units add up to last year’s whole, or the difference stands cell by cell and needs a signature', async () => {
  await published({ 's3.carried_out.natural_person': 3, 's2.normative_documents.in_force': 5, 's4.review.pending': 0 });
  const { admin, store, rootId, unitIds } = district();
  for (const unitId of unitIds)
    await setOpenings(admin, {
      unitId,
      year: 2026,
      reason: '据上年度已公布年报第三部分',
      values: [
        { cell: carriedIn, raw: '2' },
        { cell: inForce, raw: '2' },
      ],
    });
  const sums = await loadOpeningSums(store.read, admin.actor, 2026);
  expect(sums).toMatchObject({ edition: 1, organ: '示例区人民政府' });
  expect(sums.cells.filter((cell) => cell.difference).map(({ cell, sum, closed, difference }) => [cell, sum, closed, difference])).toEqual([
    [carriedIn, 4, 3, 1],
    [inForce, 4, 5, -1],
  ]);
  for (const unit of [0, 1])
    await district().approve({ 's3.carried_out.natural_person': 2, 's2.normative_documents.in_force': 2 }, { unit });
  const view = await loadReportView(store.read, { unitId: rootId, year: 2026, scope: 'consolidated' }, null);
  const found = view?.checkRun.findings.filter((finding) => finding.rule === 'x-carry') ?? [];
  expect(found.map((finding) => [finding.cells[0], finding.severity]).sort()).toEqual([
    [inForce, 'must_fix'],
    [carriedIn, 'must_fix'],
  ]);
});

it('names the units whose openings are not known, and compares nothing without an edition', async () => {
  const { admin, store } = district();
  const sums = await loadOpeningSums(store.read, admin.actor, 2026);
  expect([sums.edition, sums.cells.every((cell) => cell.difference === null && cell.sum === 0)]).toEqual([null, true]);
  await expectRefused(loadOpeningSums(store.read, district().clerk(0).actor, 2026), 'not_found');
  await expectRefused(loadOpeningSums(store.read, admin.actor, 2031), 'not_found');
});

it('F7: an opening that one unit restated is counted with its reason; the column stays compared with last year’s whole', async () => {
  await published({ 's3.carried_out.natural_person': 0 });
  const { admin, clerk, store, rootId } = district();
  const filing = await district().type({ 's3.granted.natural_person': 2 });
  await restateOpening(clerk(), { filingId: filing.id, cell: carriedIn, raw: '2', reason: '法院判决重新办理两件，恢复计算。' });
  await district().approve({ 's3.granted.natural_person': 2 });
  await district().approve({}, { unit: 1 });
  const ruleOf = async () => {
    const view = await loadReportView(store.read, { unitId: rootId, year: 2026, scope: 'consolidated' }, null);
    return {
      told: view?.restatements,
      found: view?.checkRun.findings.filter((one) => one.rule === 'x-carry' && one.cells.includes(carriedIn)),
    };
  };
  const agreed = await ruleOf();
  expect([agreed.found, agreed.told]).toMatchObject([[], [{ cell: carriedIn, organ: '示例区1局', was: 0, is: 2 }]]);
  const page = await loadReportPage(store.read, admin.actor, { unitId: rootId, year: 2026, scope: 'consolidated' }, null);
  expect(page.restatements).toEqual([{ cell: carriedIn, organ: '示例区1局', was: 0, is: 2, reason: '法院判决重新办理两件，恢复计算。' }]);
  await published({ 's3.carried_out.natural_person': 1 }, 2);
  expect((await ruleOf()).found).toMatchObject([{ left: 2, right: 3 }]);
  expect((await ruleOf()).found?.[0]?.message.zh).toContain('法院判决重新办理两件');
});
