import { describe, expect, it } from 'vitest';
import { figureAt, isFilled } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { addFigures } from '@/server/domain/roll-up';
import { inADistrict } from '@/server/testing/in-a-district';
import { loadReportView } from '@/server/views/report-view';
import { traceReportCell } from './trace-cell';

const format = getFormat('2021');
const printed = [...format.cells.values()].filter((cell) => cell.isPrinted);
/** A quarter that opens with so many, receives 10, answers 10 − left + opening, and closes with what is left. */
const quarterOf = (opening: number, left: number) => ({
  's3.carried_in.natural_person': opening,
  's3.new_received.natural_person': 10,
  's3.granted.natural_person': opening + 10 - left,
  's3.carried_out.natural_person': left,
});

describe('a printed figure followed back', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2, 3, 4] });

  /** Every printed cell of the consolidated report, against its trace and against what the trace shows. */
  async function expectTracesToAddUp() {
    const { store, admin, rootId, year } = district();
    const key = { unitId: rootId, year, scope: 'consolidated' as const };
    const view = await loadReportView(store.read, key, null);
    for (const cell of printed) {
      const { trace, printed: said } = await traceReportCell(store.read, admin.actor, { ...key, cell: cell.id });
      const inReport = figureAt(view?.content.figures ?? new Map(), cell.id);
      expect([cell.id, said, trace.figure]).toEqual([cell.id, inReport, inReport]);
      if (!isFilled(trace.figure)) continue;
      if (trace.kind === 'terms') expect([cell.id, addFigures(trace.terms.map((term) => term.figure))]).toEqual([cell.id, trace.figure]);
      else expect([cell.id, addFigures(trace.units.map((unit) => unit.figure).filter(isFilled))]).toEqual([cell.id, trace.figure]);
    }
  }

  it('adds up while the first quarter of one unit is not approved, and names that unit', async () => {
    await district().approve(quarterOf(0, 3), { unit: 0, quarter: 1 });
    await district().approve(quarterOf(3, 2), { unit: 0, quarter: 2 });
    await district().submit(quarterOf(0, 4), { unit: 1, quarter: 1 });
    await district().approve(quarterOf(4, 1), { unit: 1, quarter: 2 });
    await expectTracesToAddUp();
    const { store, admin, rootId, year, unitIds } = district();
    const key = { unitId: rootId, year, scope: 'consolidated' as const };
    const { trace } = await traceReportCell(store.read, admin.actor, { ...key, cell: 's3.carried_in.natural_person' });
    const lacking = trace.kind === 'units' ? trace.units.filter((unit) => unit.lacks.length > 0).map((unit) => unit.unit) : [];
    expect([lacking.includes(unitIds[0] ?? ''), lacking.includes(unitIds[1] ?? '')]).toEqual([false, true]);
  });

  it('adds up when the year ends with one unit short of its last quarter', async () => {
    for (const quarter of [1, 2, 3, 4] as const)
      for (const unit of [0, 1, 2]) {
        const figures = quarterOf(quarter === 1 ? 0 : 2, 2);
        if (unit === 2 && quarter === 4) await district().submit(figures, { unit, quarter });
        else await district().approve(figures, { unit, quarter });
      }
    await expectTracesToAddUp();
  });
});
