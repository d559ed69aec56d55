import { describe, expect, it } from 'vitest';
import { openReview } from '@/server/commands/filing/open-review';
import { returnFiling } from '@/server/commands/filing/return-filing';
import { saveFigures } from '@/server/commands/filing/save-figures';
import type { District } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { loadBoard } from './board';
import { listTasks } from './tasks';

const asked = (district: District, more: Partial<Parameters<typeof loadBoard>[2]> = {}) =>
  loadBoard(district.store.read, district.reviewer.actor, { year: 2026, ...more }, { now: district.reviewer.now(), overlay: null });

describe('the board of a year', () => {
  const district = inADistrict({ units: 4, openQuarters: [1, 2] });

  it('counts who is through, names who is not, and says what they lack', async () => {
    const here = district();
    await here.approve({}, { unit: 0 });
    await here.submit({}, { unit: 1 });
    const typed = await here.filing(2);
    await saveFigures(here.clerk(2), {
      filingId: typed.id,
      changes: [
        { changeId: 'c-1', cell: 's3.new_received.natural_person', raw: '5', baseVersion: 0 },
        { changeId: 'c-2', cell: 's3.granted.natural_person', raw: '约三', baseVersion: 0 },
      ],
    });
    here.setClock('2026-04-20T02:00:00Z');
    const board = await asked(here);
    expect(board.quarters[0]).toMatchObject({ open: 2, waiting: 1, inReview: 0, done: 1, of: 4, overdue: 2, isOpen: true });
    expect(board.quarters[0]?.missing.map((one) => [one.unitName, one.isOverdue])).toEqual([
      ['示例区3局', true],
      ['示例区4局', true],
      ['示例区2局', false],
    ]);
    expect(board.quarters[1]).toMatchObject({ done: 0, of: 4, overdue: 0 });
    expect(board.quarters[2]).toMatchObject({ isOpen: false, missing: [] });
    expect(board.kinds.map((group) => [group.kind, group.units, group.quarters[0]?.done])).toEqual([
      ['office', 1, 1],
      ['department', 3, 0],
    ]);
    const [first, second, third, fourth] = board.rows.map((row) => row.quarters[0]);
    expect([first?.status, second?.status, third?.status, fourth?.status]).toEqual(['approved', 'submitted', 'filling', 'not_started']);
    const [task] = (await listTasks(here.store.read, here.clerk(2).actor, here.reviewer.now())).filter((one) => one.quarter === 1);
    expect(third?.missingCells).toBe((task?.cellCount ?? 0) - (task?.filledCount ?? 0));
    expect([first?.daysOverdue, third?.daysOverdue]).toEqual([0, 5]);
  });

  it('shows must-fix findings and remarks without an answer of what is still in its unit’s hands', async () => {
    const here = district();
    const { filing, number } = await here.submit({}, { unit: 1 });
    await openReview(here.reviewer, { filingId: filing.id });
    await returnFiling(here.reviewer, {
      filingId: filing.id,
      submissionNumber: number,
      reason: '请核对',
      remarks: [{ anchor: 's3.granted.natural_person', text: '与台账不符' }],
    });
    await saveFigures(here.clerk(1), {
      filingId: filing.id,
      changes: [{ changeId: 'c-3', cell: 's3.new_received.natural_person', raw: '5', baseVersion: 1 }],
    });
    const board = await asked(here);
    const cell = board.rows.find((row) => row.unitName === '示例区2局')?.quarters[0];
    expect(cell).toMatchObject({ status: 'returned', openRemarks: 1, missingCells: 0 });
    expect(cell?.mustFix).toBeGreaterThan(0);
  });

  it('shows some of the units when asked to, the risky ones first', async () => {
    const here = district();
    await here.approve({}, { unit: 0 });
    await here.approve({}, { unit: 0, quarter: 2 });
    await here.submit({}, { unit: 1 });
    here.setClock('2026-04-20T02:00:00Z');
    const names = async (more: Parameters<typeof asked>[1]) => (await asked(here, more)).rows.map((row) => row.unitName);
    expect(await names({})).toEqual(['示例区1局', '示例区2局', '示例区3局', '示例区4局']);
    expect(await names({ show: 'unfinished' })).toEqual(['示例区2局', '示例区3局', '示例区4局']);
    expect(await names({ show: 'overdue' })).toEqual(['示例区3局', '示例区4局']);
    expect(await names({ show: 'open', quarter: 1 })).toEqual(['示例区3局', '示例区4局']);
    expect(await names({ show: 'submitted', quarter: 1 })).toEqual(['示例区2局']);
    expect(await names({ show: 'submitted', quarter: 2 })).toEqual([]);
    expect(await names({ show: 'unfinished', quarter: 1 })).toEqual(['示例区2局', '示例区3局', '示例区4局']);
    expect(await asked(here, { show: 'all', quarter: 2 })).toMatchObject({ of: 4, quarter: null });
    expect(await names({ order: 'risk' })).toEqual(['示例区3局', '示例区4局', '示例区2局', '示例区1局']);
    expect(await asked(here, { page: 7 })).toMatchObject({ page: 1, pages: 1, of: 4 });
  });

  it('is answered as not there to whoever has no board', async () => {
    const here = district();
    await expect(
      loadBoard(here.store.read, here.clerk(0).actor, { year: 2026 }, { now: here.reviewer.now(), overlay: null }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
