import { insertPerson, insertPost, type Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { sameFigure } from '@/server/domain/figures';
import { quarters } from '@/server/domain/periods';
import { loadBoard } from '@/server/queries/board';
import { traceReportCell } from '@/server/queries/trace-cell';
import type { Actor } from '@/server/views/access';
import { loadReportView } from '@/server/views/report-view';
import { atMost, type Bench, exactly, type Measured, median, round } from '../measured';
import { root, seedYear, year } from '../roll-up/seed-year';

const units = 1000;
const cells = 150;
const turns = 9;

/** Cells of each kind that a report prints: typed, the sum of a row, the sum of sums. */
const traced = {
  'a typed cell': 's3.granted.natural_person',
  'an opening': 's3.carried_in.natural_person',
  'a computed cell, one row': 's3.granted.total',
  'the largest total of the form': 's3.result_total.total',
};

/** From a click on a figure of a city's report to what stands behind it; and the page of its board. */
export const benchTrace: Bench = async ({ folder, say }) => {
  const store = await openStore({ dataFolder: folder, databaseUrl: null });
  await store.migrate();
  say(`putting ${units} units × ${quarters.length} quarters × ${cells} cells into the store`);
  await seedYear(store, { units, cells });
  const actor = await anAdmin(store);
  const key = { unitId: root, year, scope: 'consolidated' as const };
  const view = await loadReportView(store.read, key, null);
  const measured: Measured[] = [];
  let wrong = 0;
  for (const [what, cell] of Object.entries(traced)) {
    const times: number[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const start = performance.now();
      const { printed } = await traceReportCell(store.read, actor, { ...key, cell });
      if (turn > 0) times.push(performance.now() - start);
      const said = view?.content.figures.get(cell);
      if (!said || !sameFigure(printed, said)) wrong += 1;
    }
    say(`${what}: ${times.map((time) => round(time, 0)).join(', ')} ms`);
    measured.push({ what: `provenance of ${what}`, value: round(median(times), 1), unit: 'ms', goal: atMost(100) });
  }
  const pages: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const start = performance.now();
    await loadBoard(store.read, actor, { year, page: (turn % 3) + 1 }, { now: new Date(), overlay: null });
    if (turn > 0) pages.push(performance.now() - start);
  }
  await store.close();
  return [
    ...measured,
    { what: 'traces that say another figure than the report', value: wrong, unit: 'count', goal: exactly(0) },
    { what: `a page of the board of ${units} units`, value: round(median(pages), 1), unit: 'ms', goal: atMost(1000) },
  ];
};

async function anAdmin(store: Store): Promise<Actor> {
  const at = new Date();
  await store.tx(async (tx) => {
    await insertPerson(tx, { id: 'admin', username: 'admin', name: '管理员', passwordHash: null, createdAt: at });
    await insertPost(tx, { id: 'post', userId: 'admin', unitId: root, role: 'admin', startedAt: at });
  });
  return { userId: 'admin', name: '管理员', username: 'admin', sessionId: 'session', posts: [{ id: 'post', role: 'admin', unitId: root }] };
}
