import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFigures, listSubmissions, openRemarkIds } from '@/db/store';
import { loadReportPage } from '@/server/queries/report';
import { submitQuarter } from '../rehearsal/file-quarter';
import { settleReport } from '../rehearsal/settle-report';
import type { District } from '../testing/a-district';
import { faultsIn } from '../testing/judge-office';
import { endOf, type TwoStores, twoStores } from '../testing/two-stores';
import { answerRemark } from './filing/answer-remark';
import { approveFiling } from './filing/approve-filing';
import { openReview } from './filing/open-review';
import { recallFiling } from './filing/recall-filing';
import { returnFiling } from './filing/return-filing';
import { saveFigures } from './filing/save-figures';
import { takeBackApproval } from './filing/take-back-approval';
import { undoUnlock } from './filing/undo-unlock';
import { unlockFiling } from './filing/unlock-filing';
import { finaliseReport } from './report/finalise-report';

/** How many plans are tried; more than the usual two on a quiet evening. */
const plans = Number(process.env.NIANBAO_RACE_PLANS ?? 2);
const people = 16;
const actsOfEach = 8;
const reason = '上级核查发现漏报一件，须补正。';
const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };

interface Place {
  unit: 0 | 1;
  quarter: 3 | 4;
  value: number;
}

/** What people do, each as they would who look at the page first and then press the button. */
const acts = {
  async save(district: District, { unit, quarter, value }: Place) {
    const { id } = await district.filing(unit, quarter);
    const clerk = district.clerk(unit);
    const stored = new Map((await listFigures(clerk.store.read, id)).map((one) => [one.cell, one.version]));
    // Received and granted, so that it can be submitted as it stands.
    const changes = ['s3.new_received', 's3.granted'].map((row) => {
      const cell = `${row}.natural_person`;
      return { changeId: clerk.newId(), cell, raw: String(value), baseVersion: stored.get(cell) ?? 0 };
    });
    return (await saveFigures(clerk, { filingId: id, changes })).map(({ outcome }) => outcome);
  },
  async submit(district: District, { unit, quarter }: Place) {
    const { id } = await district.filing(unit, quarter);
    const clerk = district.clerk(unit);
    for (const remarkId of await openRemarkIds(clerk.store.read, id))
      await answerRemark(clerk, { filingId: id, remarkId, answer: 'not_changed', text: '以台账为准，无误。' });
    await submitQuarter(clerk, id, '系统切换时遗留数据，已逐项登记说明。');
  },
  async recall(district: District, { unit, quarter }: Place) {
    await recallFiling(district.clerk(unit), { filingId: (await district.filing(unit, quarter)).id });
  },
  async open(district: District, { unit, quarter }: Place) {
    await openReview(district.reviewer, { filingId: (await district.filing(unit, quarter)).id });
  },
  async return(district: District, place: Place) {
    const remarks = [{ anchor: 'text', text: '请补充。' }];
    await returnFiling(district.reviewer, { ...(await seen(district, place)), reason: '请核对', remarks });
  },
  async approve(district: District, place: Place) {
    const { filingId, submissionNumber } = await seen(district, place);
    const [found] = (await hashes(district, filingId)).filter(({ number }) => number === submissionNumber);
    await approveFiling(district.secondReviewer, { filingId, submissionNumber, seenHash: found?.hash ?? '' });
  },
  async takeBack(district: District, place: Place) {
    await takeBackApproval(district.secondReviewer, { ...(await seen(district, place)), reason });
  },
  async unlock(district: District, place: Place) {
    await unlockFiling(district.admin, { ...(await seen(district, place)), reason });
  },
  async undo(district: District, { unit, quarter }: Place) {
    await undoUnlock(district.admin, { filingId: (await district.filing(unit, quarter)).id });
  },
  async finalise({ store, admin, rootId, year }: District) {
    const key = { unitId: rootId, year, scope: 'consolidated' as const };
    const { hash } = await loadReportPage(store.read, admin.actor, key, null);
    await finaliseReport(admin, { ...key, changeId: admin.newId(), seenHash: hash, reason: '正文一处用词有误，已改正。' });
  },
};
type ActName = keyof typeof acts;

/** The events of an act of which none is answered without having been done. */
const eventOf = {
  submit: 'filing.submitted',
  recall: 'filing.recalled',
  open: 'filing.review_opened',
  return: 'filing.returned',
  takeBack: 'filing.approval_taken_back',
  unlock: 'filing.unlocked',
  undo: 'filing.unlock_undone',
  finalise: 'report.finalised',
} satisfies Partial<Record<ActName, string>>;

async function seen(district: District, { unit, quarter }: Place) {
  const { id, submissionNumber } = await district.filing(unit, quarter);
  return { filingId: id, submissionNumber };
}

async function hashes({ store }: District, filingId: string) {
  return listSubmissions(store.read, filingId);
}

/** What brings a quarter on is tried oftener than what takes it back, and what ends everything seldom. */
const anAct = fc.record({
  name: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<ActName>('finalise', 'undo', 'takeBack') },
    { weight: 2, arbitrary: fc.constantFrom<ActName>('save', 'recall', 'open', 'return', 'unlock') },
    { weight: 3, arbitrary: fc.constantFrom<ActName>('submit', 'approve') },
  ),
  place: fc.record<Place>({ unit: fc.constantFrom(0, 1), quarter: fc.constantFrom(3, 4), value: fc.nat(9) }),
});
const aPlan = fc.array(fc.array(anAct, { minLength: actsOfEach, maxLength: actsOfEach }), { minLength: people, maxLength: people });

describe('sixteen people at once in two processes on PostgreSQL', () => {
  let course: TwoStores;
  beforeAll(async () => {
    course = await twoStores({ openQuarters: [1, 2, 3, 4] }, async (district) => {
      for (const unit of [0, 1]) for (const quarter of [1, 2, 3, 4] as const) await district.approve({}, { unit, quarter });
      await settleReport(district, { unitId: district.rootId, year: district.year, scope: 'consolidated' }, texts, () => reason);
      for (const unit of [0, 1]) {
        const { id } = await district.filing(unit, 4);
        await unlockFiling(district.admin, { filingId: id, submissionNumber: 1, reason });
      }
    });
  });
  afterAll(() => course.remove());

  it.each(fc.sample(aPlan, { seed: 20261130, numRuns: plans }).map((plan, index) => ({ number: index + 1, plan })))(
    'plan $number leaves a log that could have been written in turn, and all that it tells of',
    async ({ plan }) => {
      const done = new Map<string, number>();
      const before = await kinds();
      await Promise.all(
        plan.map(async (mine, person) => {
          for (const { name, place } of mine) {
            const told: string[] = [];
            const act = acts[name](course.districts[person % 2 === 0 ? 0 : 1], place);
            const code = await endOf(act.then((outcomes) => told.push(...(outcomes ?? ['ok']))));
            for (const how of code === 'ok' ? told : ['refused']) done.set(`${name} ${how}`, (done.get(`${name} ${how}`) ?? 0) + 1);
          }
        }),
      );
      const after = await kinds();
      const since = (kind: string) => (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
      expect(await faultsIn(course.database)).toEqual([]);
      const acknowledged = Object.entries(eventOf).map(([name, kind]) => [kind, done.get(`${name} ok`) ?? 0]);
      expect(Object.fromEntries(acknowledged)).toEqual(Object.fromEntries(Object.values(eventOf).map((kind) => [kind, since(kind)])));
      expect(since('figure.saved')).toBe(done.get('save saved') ?? 0);
      const refused = [...done].reduce((sum, [key, count]) => sum + (key.endsWith(' refused') ? count : 0), 0);
      expect(since('refused')).toBe(refused);
      // A plan in which nobody got anything done would prove nothing.
      expect(done.size).toBeGreaterThan(8);
      await course.database.rewind();
    },
  );

  async function kinds(): Promise<Map<string, number>> {
    const rows = await course.database.ask<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from events group by kind',
    );
    return new Map(rows.map(({ kind, count }) => [kind, count]));
  }
});
