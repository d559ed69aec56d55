import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkedBooksOf,
  findFiling,
  listApprovedSubmissions,
  listCheckedFigures,
  listFilings,
  listPosts,
  sumCheckedFigures,
} from '@/db/store';
import { clearPractice } from '@/server/commands/filing/clear-or-end-practice';
import { startPractice } from '@/server/commands/filing/start-practice';
import { lockQuarter } from '@/server/commands/office/lock-quarter';
import { setOpenings } from '@/server/commands/office/set-openings';
import { count } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import { approveQuarter, settleFindings, submitQuarter, typeQuarter } from '@/server/rehearsal/file-quarter';
import type { District } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { openWorkLeftBy } from '@/server/views/open-work';
import { loadBoard } from './board';
import { loadCellHistory } from './cell-history';
import { loadFilingForm } from './filing-form';
import { listReports, loadReportPage } from './report';
import { loadQueue } from './review-queue';
import { listTasks } from './tasks';
import { traceReportCell } from './trace-cell';

const cells = ['s2.normative_documents.in_force', 's3.new_received.natural_person'];

/** Everything that is counted, carried on, compared with or waited for in the district. */
async function everythingThatCounts({ store: { read }, ...district }: District) {
  const { admin, reviewer, unitIds, year, rootId } = district;
  const key = { unitId: rootId, year, scope: 'consolidated' as const };
  const { practice: _practice, ...queue } = await loadQueue(read, reviewer.actor, null);
  const forms = [];
  for (const unit of unitIds.keys())
    for (const quarter of [2, 3] as const) {
      const { id } = await district.filing(unit, quarter);
      const form = await loadFilingForm(read, district.clerk(unit).actor, id, null);
      const past = [];
      for (const cell of cells) past.push(await loadCellHistory(read, district.clerk(unit).actor, { filingId: id, cell }));
      forms.push({ form, past });
    }
  return {
    board: await loadBoard(read, admin.actor, { year }, { now: admin.now(), overlay: null }),
    reports: await listReports(read, admin.actor, year),
    report: await loadReportPage(read, admin.actor, key, null),
    trace: await traceReportCell(read, admin.actor, { ...key, cell: 's3.new_received.natural_person' }),
    queue,
    forms,
    tasks: (await listTasks(read, district.clerk(0).actor, admin.now())).filter((task) => !task.isPractice),
    filings: await listFilings(read, {}),
    books: await checkedBooksOf(read, unitIds[0] ?? '', year),
    sums: await sumCheckedFigures(read, year, null),
    sumOfOne: await sumCheckedFigures(read, year, unitIds.slice(0, 1)),
    checked: await listCheckedFigures(read, year, cells, unitIds),
    submissions: await listApprovedSubmissions(read, year, unitIds),
    openWork: await openWorkLeftBy(read, await listPosts(read)),
  };
}

const book = (value: number) => new Map(leafCells(getFormat('2021')).map((cell) => [cell.id, count(cells.includes(cell.id) ? value : 0)]));

/** The quarters that are not approved yet. */
const places: readonly { unit: number; quarter: Quarter }[] = [
  { unit: 0, quarter: 2 },
  { unit: 0, quarter: 3 },
  { unit: 1, quarter: 1 },
  { unit: 1, quarter: 2 },
  { unit: 1, quarter: 3 },
];
const ends = ['typed', 'submitted', 'approved', 'cleared'] as const;

/** Four quarters to practise, one for every end a practice may come to. */
const plans = fc.record({
  where: fc.shuffledSubarray([...places], { minLength: ends.length, maxLength: ends.length }),
  value: fc.integer({ min: 1, max: 900 }),
});

describe('practice never counts', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3] });

  it('in the board, reports, the queue, openings, past values, tasks, the ledger and open work, whatever is practised', async () => {
    const { clerk, reviewer } = district();
    await district().approve({ 's3.new_received.natural_person': 0 }, { unit: 0, quarter: 1 });
    await district().submit({}, { unit: 0, quarter: 2 });
    for (const quarter of [1, 2] as const) await district().type({}, { unit: 1, quarter });
    const before = await everythingThatCounts(district());
    await fc.assert(
      fc.asyncProperty(plans, async ({ where, value }) => {
        for (const [index, { unit, quarter }] of where.entries()) {
          const end = ends[index];
          const real = await district().filing(unit, quarter);
          const { filingId } = await startPractice(clerk(unit), { filingId: real.id });
          await clearPractice(clerk(unit), { filingId });
          const practice = await findFiling(district().store.read, filingId);
          if (!practice) throw new Error('a practice that was started is there');
          await typeQuarter(clerk(unit), practice, book(value));
          if (end === 'cleared') await clearPractice(clerk(unit), { filingId });
          if (end !== 'submitted' && end !== 'approved') continue;
          await settleFindings(clerk(unit), reviewer, filingId, () => '练习中写的说明，不计入任何数字。');
          const submission = await submitQuarter(clerk(unit), filingId);
          if (end === 'approved') await approveQuarter(reviewer, filingId, submission);
        }
        expect(await everythingThatCounts(district())).toEqual(before);
      }),
      { numRuns: 2 },
    );
    const practised = await loadQueue(district().store.read, reviewer.actor, null);
    expect(practised.submissions).toHaveLength(1);
  });

  it('opens with what the real quarter before closed with, and hands nothing on', async () => {
    const closing = 's2.normative_documents.in_force';
    await district().type({ [closing]: 4 }, { quarter: 1 });
    const form = async (filingId: string) => loadFilingForm(district().store.read, district().clerk().actor, filingId, null);
    const practiceOf = async (quarter: Quarter) =>
      (await startPractice(district().clerk(), { filingId: (await district().filing(0, quarter)).id })).filingId;
    const first = await findFiling(district().store.read, await practiceOf(1));
    if (!first) throw new Error('a practice that was started is there');
    await typeQuarter(district().clerk(), first, book(77));
    const openings = async (filingId: string) =>
      Object.values((await form(filingId)).openings).map((figure) => (figure.state === 'number' ? figure.value : figure.state));
    const real = await openings((await district().filing(0, 2)).id);
    expect(real).toContain(4);
    expect(await openings(await practiceOf(2))).toEqual(real);
    // Beside it stands what was submitted; so far there is a draft.
    expect((await form(await practiceOf(2))).beside.lastQuarter).toEqual({});
    await district().submit({ [closing]: 4 }, { quarter: 1 });
    expect((await form(await practiceOf(2))).beside.lastQuarter[closing]).toMatchObject({ value: 4 });
  });

  it('does not hold up closing a quarter, and is not locked with it; a submitted practice does not close the openings', async () => {
    const practised = (await startPractice(district().clerk(1), { filingId: (await district().filing(1)).id })).filingId;
    const practice = await findFiling(district().store.read, practised);
    if (!practice) throw new Error('a practice that was started is there');
    await typeQuarter(district().clerk(1), practice, book(0));
    await settleFindings(district().clerk(1), district().reviewer, practised, () => '练习中写的说明，不计入任何数字。');
    await submitQuarter(district().clerk(1), practised);
    await setOpenings(district().admin, {
      unitId: district().unitIds[1] ?? '',
      year: 2026,
      values: [{ cell: 's3.carried_in.natural_person', raw: '0' }],
      reason: '上年度已发布年报所列期末数',
    });
    for (const unit of [0, 1]) await district().approve({}, { unit });
    await lockQuarter(district().admin, { year: 2026, quarter: 1 });
    expect((await findFiling(district().store.read, practised))?.status).toBe('submitted');
  });
});
