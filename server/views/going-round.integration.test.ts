import { describe, expect, it } from 'vitest';
import {
  type Filing,
  findFigure,
  findFilingOf,
  insertReport,
  insertReportSignature,
  keepReportStanding,
  listReportTexts,
  listSubmissions,
  reportKey,
  type Store,
} from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { restateOpening } from '../commands/filing/restate-opening';
import { returnFiling } from '../commands/filing/return-filing';
import { takeBackApproval } from '../commands/filing/take-back-approval';
import { undoUnlock } from '../commands/filing/undo-unlock';
import { unlockFiling } from '../commands/filing/unlock-filing';
import { createUnit } from '../commands/office/create-unit';
import { createYear } from '../commands/office/create-year';
import { defineIndicator } from '../commands/office/define-indicator';
import { openQuarter } from '../commands/office/open-quarter';
import { setOpenings } from '../commands/office/set-openings';
import { adjustReport } from '../commands/report/adjust-report';
import { countersignAdjustment } from '../commands/report/countersign-adjustment';
import { explainReportFinding } from '../commands/report/explain-report-finding';
import { saveCellRemark } from '../commands/report/save-cell-remark';
import { saveReportFact } from '../commands/report/save-report-fact';
import { saveReportText } from '../commands/report/save-report-text';
import { setWording } from '../commands/report/set-wording';
import { withdrawAdjustment } from '../commands/report/withdraw-adjustment';
import { canonicalJson } from '../domain/audit';
import { count } from '../domain/figures';
import { getFormat, leafCells } from '../domain/formats';
import { type Quarter, quarters } from '../domain/periods';
import { seededRandom } from '../domain/seeded-random';
import { sentKey } from '../domain/signing';
import { aContent } from '../domain/signing/testing/a-content';
import type { ReportKey } from '../domain/subject';
import type { FilingStatus } from '../domain/workflow';
import { Refused } from '../errors';
import { approveQuarter, typeQuarter } from '../rehearsal/file-quarter';
import { aDistrict, type District, typeCell } from '../testing/a-district';
import { aLocalFact, indicatorFacts } from '../testing/every-status';
import { addUpReports, loadGoingRound, rulesOf } from './going-round';
import { loadReportView } from './report-view';
import { loadSigning } from './signing-view';

const steps = 60;
const needed = ['approve', 'takeBack', 'unlock', 'undoUnlock', 'typeLastYear', 'text', 'fact', 'adjust', 'countersign', 'wording'];
const reason = '核对台账后发现，按实际情况更正。';
const cell = 's3.granted.natural_person';
const nothingHappened = new Map(leafCells(getFormat('2021')).map(({ id }) => [id, count(0)]));
const carriedIn = 's3.carried_in.natural_person';

/** Every act that can change what a report says, and some that change nothing of it. */
function actsOf(district: District, keys: readonly ReportKey[], random: ReturnType<typeof seededRandom>) {
  const { admin, reviewer, store, year } = district;
  const unit = () => random.pick([0, 1]);
  const key = () => random.pick(keys);
  const lines: { key: ReportKey; adjustmentId: string }[] = [];
  /** A quarter in such a state, where there is one. */
  const some = async (status: FilingStatus, act: (filing: Filing, at: { unit: number; quarter: Quarter }) => Promise<unknown>) => {
    const all = [];
    for (const at of [0, 1])
      for (const one of quarters) all.push({ at: { unit: at, quarter: one }, filing: await district.filing(at, one) });
    const { at, filing } = random.pick(all.filter((one) => one.filing.status === status).concat(all.slice(0, 1)));
    await act(filing, at);
  };
  const type = async (filingId: string, at: number, id: string, raw: string) => {
    const stored = await findFigure(store.read, filingId, id);
    await typeCell(district.clerk(at), filingId, { cell: id, raw, baseVersion: stored?.version ?? 0 });
  };
  return {
    restate: async () => {
      const at = unit();
      const { id } = await district.filing(at, 1);
      await restateOpening(district.clerk(at), { filingId: id, cell: carriedIn, raw: random.pick(['0', '3']), reason });
    },
    takeBack: async () => {
      const { id, submissionNumber } = await district.filing(unit(), 4);
      await takeBackApproval(reviewer, { filingId: id, submissionNumber, reason });
    },
    unlock: () => some('approved', ({ id, submissionNumber }) => unlockFiling(admin, { filingId: id, submissionNumber, reason })),
    undoUnlock: () => some('returned', ({ id }) => undoUnlock(admin, { filingId: id })),
    approve: () =>
      some('returned', async (_, at) => {
        const granted = random.pick([0, 1, 4]);
        await district.approve({ [cell]: granted, 's3.new_received.natural_person': granted }, at);
      }),
    approveAgain: () =>
      some('submitted', async ({ id }) => {
        const newest = (await listSubmissions(store.read, id)).at(-1);
        await approveQuarter(reviewer, id, { number: newest?.number ?? 0, hash: newest?.hash ?? '' });
      }),
    submit: () => some('returned', (_, at) => district.submit({}, at)),
    return: () =>
      some('submitted', ({ id, submissionNumber }) => returnFiling(reviewer, { filingId: id, submissionNumber, reason, remarks: [] })),
    // What a restated opening would have followed moves with figures nobody has approved.
    typeLastYear: async () => {
      const at = unit();
      const { id } = await lastQuarter(district, at);
      await type(id, at, 's3.carried_out.natural_person', random.pick(['0', '1', '2']));
    },
    typeThisYear: async () => {
      const at = unit();
      const { id } = await district.filing(at, random.pick(quarters));
      await type(id, at, 's2.admin_fees', random.pick(['0', '1']));
    },
    openings: () =>
      setOpenings(admin, {
        ...{ unitId: district.unitIds[unit()] ?? '', year, reason: '上年度已发布年报所列期末数' },
        values: [{ cell: carriedIn, raw: random.pick(['0', '1']) }],
      }),
    text: async () => {
      const of = key();
      const reportId = `report ${reportKey(of)}`;
      const stored = (await listReportTexts(store.read, reportId)).find((text) => text.key === '1');
      await saveReportText(admin, {
        ...of,
        key: '1',
        text: random.pick(['全年公开。', '全年予以公开3件。']),
        baseVersion: stored?.version ?? 0,
      });
    },
    fact: () =>
      saveReportFact(admin, { ...key(), id: null, seen: null, fact: { ...aLocalFact, name: `开展培训${random.pick([1, 2, 3])}` } }),
    note: () => saveCellRemark(admin, { ...key(), cell, text: random.pick(['', '含补正后重新提出的']), baseVersion: 0 }),
    explain: async () => {
      const of = key();
      const view = await loadReportView(store.read, of, null);
      const finding = view?.checkRun.findings.find((one) => one.severity !== 'hint');
      if (finding) await explainReportFinding(admin, { ...of, rule: finding.rule, boundTo: finding.boundTo, text: reason });
    },
    adjust: async () => {
      const of = key();
      const { id } = await adjustReport(admin, { ...of, changeId: admin.newId(), cell, raw: random.pick(['+1', '-1']), reason });
      lines.push({ key: of, adjustmentId: id });
    },
    countersign: async () => {
      const line = lines.at(-1);
      if (line) await countersignAdjustment(reviewer, { ...line.key, adjustmentId: line.adjustmentId });
    },
    withdraw: async () => {
      const line = lines.pop();
      if (line) await withdrawAdjustment(admin, { ...line.key, adjustmentId: line.adjustmentId });
    },
    indicator: () => defineIndicator(admin, { year, facts: indicatorFacts(random.pick(['走访', '发布'])) }),
    found: () =>
      createUnit(admin, {
        ...{
          parentId: district.rootId,
          name: `示例区新设${random.pick([1, 2])}局`,
          kind: 'department',
          powers: [],
          opensOn: `${year}-01-01`,
        },
      }),
    wording: () =>
      setWording(admin, {
        ...{ repetitionShare: random.pick([0.3, 0.6]), words: '' },
        seen: { repetitionShare: null, words: '' },
      }),
  };
}

async function lastQuarter(district: District, unit: number) {
  const filing = await findFilingOf(district.store.read, district.unitIds[unit] ?? '', district.year - 1, 4);
  if (!filing) throw new Error('last year was opened');
  return filing;
}

/** Reports that go round, without asking whether they are finished. */
async function sendAll(store: Store, district: District, keys: readonly ReportKey[]): Promise<void> {
  const at = new Date('2026-01-02T02:00:00Z');
  for (const key of keys) {
    const reportId = `report ${reportKey(key)}`;
    const content = canonicalJson({ edition: 1, content: aContent() });
    await store.tx(async (tx) => {
      await insertReport(tx, { id: reportId, ...key, createdAt: at });
      await insertReportSignature(tx, {
        ...{ id: `sent ${reportId}`, reportId, step: sentKey, hash: 'none', parts: {}, content, note: '' },
        ...{ signedBy: district.admin.actor.userId, signedAt: at },
      });
      // A rule pack of another day kept this.
      await keepReportStanding(tx, { reportId, rules: 'an older pack', hashes: { 'table:t2': 'out of date' }, restated: {} });
    });
  }
}

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('reports that go round, %s', (_engine, fresh) => {
  it('what is kept of them is what they are when they are added up, whatever people did; and it is used', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { openQuarters: [1, 2, 3, 4], openings: 'unknown' });
      const { admin, rootId, unitIds, year } = district;
      await createYear(admin, { year: year - 1, isMeant: true });
      await openQuarter(admin, { year: year - 1, quarter: 4, isLateMeant: true });
      for (const unit of [0, 1]) await typeQuarter(district.clerk(unit), await lastQuarter(district, unit), nothingHappened);
      const keys: ReportKey[] = [
        { unitId: rootId, year, scope: 'consolidated' },
        { unitId: rootId, year, scope: 'own_organ' },
        { unitId: unitIds[1] ?? '', year, scope: 'own_organ' },
      ];
      await sendAll(store, district, keys);
      await restateOpening(district.clerk(1), { filingId: (await district.filing(1)).id, cell: carriedIn, raw: '3', reason });
      for (const unit of [0, 1]) for (const quarter of quarters) await district.approve({}, { unit, quarter });
      const random = seededRandom(14);
      const acts = actsOf(district, keys, random);
      // Of what the office asks anew, no quarter is full any more.
      const last = ['indicator', 'unlock', 'found', 'text', 'wording'] as const;
      const names = (Object.keys(acts) as (keyof typeof acts)[]).filter((name) => !last.some((one) => one === name) || name === 'text');
      const often = ['unlock', 'approve', 'takeBack', 'approveAgain', 'typeLastYear', 'typeThisYear'] as const;
      let addedUp = 0;
      let shown = 0;
      const done = new Set<string>();
      for (let step = 0; step < steps; step += 1) {
        const name = step < steps - last.length ? random.pick([...names, ...often]) : (last[step - steps + last.length] ?? 'wording');
        try {
          await acts[name]();
          done.add(name);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        const going = await loadGoingRound(store.read, null, {
          isOf: () => true,
          addUp: async (some) => {
            addedUp += some.length;
            const added = await addUpReports(store.read, some, null);
            // Half of them are kept as whoever sends or signs keeps them, the others remembered as by whoever looks.
            for (const [index, key] of some.entries()) {
              const own = added.get(reportKey(key));
              if (own && index % 2 === 0)
                await store.tx((tx) => keepReportStanding(tx, { reportId: `report ${reportKey(key)}`, rules: rulesOf(null), ...own }));
            }
            return added;
          },
        });
        shown += going.length;
        for (const { key, hashes } of going) {
          const view = await loadReportView(store.read, key, null);
          const now = view && (await loadSigning(store.read, view)).hashes;
          expect({ step, name, key, hashes }).toEqual({ step, name, key, hashes: now });
        }
      }
      expect(shown).toBe(steps * keys.length);
      expect(addedUp).toBeGreaterThan(keys.length);
      expect(addedUp).toBeLessThan(shown * 0.75);
      // A walk in which nothing was ever approved proves little.
      expect(needed.filter((name) => !done.has(name))).toEqual([]);
    } finally {
      await remove();
    }
  }, 120_000);
});
