import { join } from 'node:path';
import Database from 'better-sqlite3';
import { findUnit, listFilings, type Reader } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { type FigureBook, numberAt } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import { assembleFigures } from '@/server/views/assemble-figures';
import { reportUnits } from '@/server/views/report-units';
import { loadReportView } from '@/server/views/report-view';
import { atMost, type Bench, exactly, type Measured, median, round } from '../measured';
import { benchCells, benchFormat, figureOf, root, seedYear, year } from './seed-year';

const units = Number(process.env.NIANBAO_BENCH_UNITS ?? 1000);
const cells = 250;
const turns = 7;

/**
 * The annual roll-up of a city against the least SQL could do: one GROUP BY over its figure rows. The product's part lists the
 * units and filings, sums by quarter, takes openings and closings from their quarter, and recomputes every computed cell.
 */
export const benchRollUp: Bench = async ({ folder, say }) => {
  const store = await openStore({ dataFolder: folder, databaseUrl: null });
  await store.migrate();
  say(`putting ${units} units × ${quarters.length} quarters × ${cells} cells into the store`);
  await seedYear(store, { units, cells });
  const database = new Database(join(folder, 'nianbao.db'), { readonly: true });
  const groupBy = database.prepare('select cell, sum(value) from figures group by cell');
  const times: { groupBy: number; rollUp: number; view: number }[] = [];
  let figures: FigureBook = new Map();
  for (let turn = 0; turn <= turns; turn += 1) {
    const measured = {
      groupBy: await elapsed(async () => groupBy.all()),
      rollUp: await elapsed(async () => {
        figures = await rollUp(store.read);
      }),
      view: await elapsed(() => loadReportView(store.read, { unitId: root, year, scope: 'consolidated' }, null)),
    };
    say(
      `turn ${turn}: GROUP BY ${round(measured.groupBy, 0)} ms, roll-up ${round(measured.rollUp, 0)} ms, report ${round(measured.view, 0)} ms`,
    );
    if (turn > 0) times.push(measured);
  }
  const byQuarter = database.prepare(
    'select cell, quarter, sum(value) as value from figures join filings on id = filing_id group by cell, quarter',
  );
  const differing = cellsUnlike(byQuarter.all() as QuarterSum[], figures);
  database.close();
  await store.close();
  const inMs = (what: string, pick: (time: (typeof times)[number]) => number): Measured => ({
    what,
    value: round(median(times.map(pick)), 1),
    unit: 'ms',
  });
  return [
    { what: 'figure rows', value: units * quarters.length * cells, unit: 'count' },
    inMs('one GROUP BY over the figure rows', (time) => time.groupBy),
    inMs('annual roll-up, units and filings listed', (time) => time.rollUp),
    {
      what: 'annual roll-up against the GROUP BY',
      value: round(median(times.map((time) => time.rollUp / time.groupBy))),
      unit: 'of its time',
      goal: atMost(0.5),
    },
    inMs('whole report: texts, parts, checks, hash', (time) => time.view),
    { what: 'annual cells that differ from the sums of the figure rows', value: differing, unit: 'count', goal: exactly(0) },
    { what: 'annual cells that are not the sum of their quarters', value: wrongCells(figures), unit: 'count', goal: exactly(0) },
  ];
};

async function rollUp(reader: Reader): Promise<FigureBook> {
  const unit = await findUnit(reader, root);
  if (!unit) throw new Error('the government of the bench is missing');
  const list = await reportUnits(reader, unit, { year, scope: 'consolidated' });
  const filings = await listFilings(reader, { unitIds: list.map((one) => one.id), year });
  return (await assembleFigures(reader, { format: benchFormat(cells), units: list, filings, year })).figures;
}

interface QuarterSum {
  cell: CellId;
  quarter: number;
  value: number;
}

/** Holds every annual cell against what SQL adds up of the figure rows. */
function cellsUnlike(sums: readonly QuarterSum[], figures: FigureBook): number {
  const at = new Map(sums.map(({ cell, quarter, value }) => [`${cell} ${quarter}`, value]));
  return benchCells(cells).filter(
    (id) => numberAt(figures, id) !== countedQuarters(id).reduce((sum, quarter) => sum + (at.get(`${id} ${quarter}`) ?? Number.NaN), 0),
  ).length;
}

/** Adds up again in the plainest way. */
function wrongCells(figures: FigureBook): number {
  return benchCells(cells).filter((id, index) => {
    let sum = 0;
    for (let unit = 1; unit <= units; unit += 1) for (const quarter of countedQuarters(id)) sum += figureOf(unit, quarter, index);
    return numberAt(figures, id) !== sum;
  }).length;
}

function countedQuarters(id: CellId): readonly number[] {
  const { addsUp } = getCell(benchFormat(cells), id);
  if (addsUp === 'flow') return quarters;
  return addsUp === 'opening' ? [1] : [4];
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
