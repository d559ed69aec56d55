import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { updateUnit } from '@/db/store';
import { saveFigures } from '@/server/commands/filing/save-figures';
import { takeBackApproval } from '@/server/commands/filing/take-back-approval';
import { unlockFiling } from '@/server/commands/filing/unlock-filing';
import { getFormat, withIndicators } from '@/server/domain/formats';
import { checkFiling } from '@/server/domain/workflow';
import { exportFindings } from '@/server/files/export-findings';
import type { District } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { expectRefused } from '@/server/testing/refusal-of';
import { loadSubmissionReview } from './review';
import { type FoundAsked, type FoundShown, loadYearFindings } from './year-findings';

const inForce = 's2.normative_documents.in_force';
const asked = (here: District, more: Partial<FoundAsked> & FoundShown = {}, who = here.reviewer) =>
  loadYearFindings(here.store.read, who.actor, { year: 2026, ...more }, { now: who.now(), overlay: null });

/** What the review page of a filing finds, as its own browser reckons it. */
async function reviewed(here: District, filingId: string) {
  const review = await loadSubmissionReview(here.store.read, here.reviewer.actor, filingId, null);
  if (!review) throw new Error('it was submitted');
  const { form } = review;
  const run = checkFiling(
    {
      ...{ organ: form.unitName, year: form.year, quarter: form.quarter, powers: form.powers, past: form.past },
      format: withIndicators(getFormat(form.format, form.rowVariant), form.indicators),
      book: new Map(Object.entries(review.figures)),
      openings: new Map(Object.entries(form.openings)),
      restated: new Set(form.restatements.map((one) => one.cell)),
    },
    null,
  );
  return run.findings.map(({ rule, severity, message }) => ({ rule, severity, message }));
}

async function expectAsReviewed(here: District) {
  const { rows } = await asked(here, { weight: 'all', page: null });
  const listed = new Map<string, unknown[]>();
  for (const { filingId, rule, severity, message } of rows)
    listed.set(filingId, [...(listed.get(filingId) ?? []), { rule, severity, message }]);
  expect(listed.size).toBeGreaterThan(0);
  for (const [filingId, findings] of listed) {
    const expected = await reviewed(here, filingId);
    expect(findings).toHaveLength(expected.length);
    expect(findings).toEqual(expect.arrayContaining(expected));
  }
}

describe('what is found over all units of a year', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2] });

  it('is rule by rule what the review of each submission shows, with what was said about it', async () => {
    const here = district();
    await here.approve({ [inForce]: 1 }, { unit: 0 });
    await here.submit({ [inForce]: 2 }, { unit: 1 });
    await here.type({ [inForce]: 3 }, { unit: 2 });
    await expectAsReviewed(here);
    const found = await asked(here);
    expect(found).toMatchObject({ submissions: 2, notSubmitted: 4, counts: { all: 2, open: 0, answered: 2, units: 2 } });
    expect(found.rules).toContainEqual(expect.objectContaining({ id: 'q-stock', count: 2, units: 2, open: 0 }));
    expect(found.rows.map((row) => [row.unitName, row.quarter, row.rule, row.settled, row.cell])).toEqual([
      ['示例区1局', 1, 'q-stock', 'explained', inForce],
      ['示例区2局', 1, 'q-stock', 'explained', inForce],
    ]);
    expect(found.rows[0]?.explanation).toMatchObject({ kind: 'explanation', writtenBy: 'clerk clerk0' });
  });

  it('is what the reviews show now, also after what a submission is compared with has moved', async () => {
    const here = district();
    await here.approve({ [inForce]: 1 }, { unit: 0 });
    await here.submit({ [inForce]: 1 }, { unit: 0, quarter: 2 });
    await here.submit({}, { unit: 1 });
    await expectAsReviewed(here);
    const before = await asked(here);
    // The first quarter is given back and changed: the second opens with another figure than it was submitted with.
    const filing = await here.filing(0);
    await unlockFiling(here.admin, { filingId: filing.id, submissionNumber: 1, reason: '上级核查发现漏报一件，须补正。' });
    const changes = [{ changeId: 'c-1', cell: inForce, raw: '4', baseVersion: 1 }];
    await saveFigures(here.clerk(), { filingId: filing.id, changes });
    await expectAsReviewed(here);
    const after = await asked(here);
    expect(after.submissions).toBe(before.submissions - 1);
    expect(after.counts.open).toBeGreaterThan(before.counts.open);
    await here.store.tx((tx) => updateUnit(tx, here.unitIds[0] ?? '', { name: '改名局' }));
    expect((await asked(here)).rows.map((row) => row.unitName)).toContain('改名局');
    await expectAsReviewed(here);
  });

  it('filters by quarter, weight, state, rule and a part of the name, and counts what is shown', async () => {
    const here = district();
    for (const unit of [0, 1]) await here.submit({ [inForce]: 2 }, { unit });
    const rule = 'q-stock';
    expect((await asked(here, { quarter: 2 })).counts.all).toBe(0);
    expect((await asked(here, { state: 'open' })).counts.all).toBe(0);
    expect((await asked(here, { weight: 'must_fix' })).counts.all).toBe(0);
    expect((await asked(here, { rule: 't3-col' })).counts.all).toBe(0);
    const one = await asked(here, { quarter: 1, weight: 'confirm', state: 'explained', rule, unit: ' 2局 ' });
    expect(one.counts).toEqual({ all: 1, open: 0, answered: 1, units: 1 });
    // The choices of the filter stay.
    expect(one.rules.find(({ id }) => id === rule)?.units).toBe(2);
  });

  it('an approval that is taken back changes nothing that is found', async () => {
    const here = district();
    const { filing } = await here.approve({ [inForce]: 1 });
    const before = await asked(here, { weight: 'all' });
    await takeBackApproval(here.reviewer, { filingId: filing.id, submissionNumber: 1, reason: '误点通过，台账还没有核对。' });
    expect((await asked(here, { weight: 'all' })).rows).toEqual(before.rows);
  });

  it('is nobody’s who has no board, and of others only what they may read', async () => {
    const here = district();
    await here.submit({ [inForce]: 1 }, { unit: 0 });
    await expectRefused(asked(here, {}, here.clerk(0)), 'not_found');
    const below = await here.withPost(here.clerk(2), 'reviewer', here.unitIds[1] ?? '');
    expect((await asked(here, {}, below)).submissions).toBe(0);
    expect((await asked(here, {}, here.auditor)).submissions).toBe(1);
  });

  it('leaves as a list of the same lines, in which no text can run', async () => {
    const here = district();
    await here.store.tx((tx) => updateUnit(tx, here.unitIds[0] ?? '', { name: '=HYPERLINK("http://x")局' }));
    for (const unit of [0, 1]) await here.submit({ [inForce]: 2 }, { unit });
    const { rows } = await asked(here);
    const filter = { quarter: null, weight: 'weighty', state: 'all', rule: null, unit: '' } as const;
    const of = { year: 2026, filter };
    const csv = await exportFindings(here.reviewer, { ...of, kind: 'csv' });
    const xlsx = await exportFindings(here.reviewer, { ...of, kind: 'xlsx' });
    const lines = parseCsv(new TextDecoder().decode(csv.bytes));
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[1]?.join('|')).toContain('已说明|\'=HYPERLINK("http://x")局|2026|第一季度');
    const { sheets } = await readXlsx(xlsx.bytes);
    expect(sheets[0]?.rows).toHaveLength(rows.length + 1);
    expect(sheets[0]?.rows[1]).toEqual(expect.arrayContaining(['=HYPERLINK("http://x")局', 2026, rows[0]?.message.zh]));
    expect(xlsx.name).toBe('2026年各单位核对结果.xlsx');
    await expectRefused(exportFindings(here.clerk(0), { ...of, kind: 'csv' }), 'not_found');
  });
});
