import {
  decideSubmission,
  insertFiling,
  insertPerson,
  insertQuarter,
  insertSubmission,
  insertUnit,
  insertYear,
  replaceCheckedFigures,
  type Store,
  setFilingStatus,
  type Tx,
  upsertFigure,
} from '@/db/store';
import { count, type FigureBook } from '@/server/domain/figures';
import { type CellId, type Format, getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import type { FilingContent } from '@/server/views/submission-content';

export const year = 2026;
export const root = 'root';
const unitsPerTransaction = 50;

/** The figure of a cell in a unit's quarter: different everywhere, so that a wrong sum shows. */
export function figureOf(unit: number, quarter: number, cell: number): number {
  return (unit * 31 + quarter * 17 + cell * 7) % 1000;
}

const statutory = leafCells(getFormat('2021', 'other_three')).length;

/** The statutory cells that are typed or carried, and as many local indicators as make so many cells. */
export function benchFormat(cells: number): Format {
  const indicators = Array.from({ length: Math.max(0, cells - statutory) }, (_, number): Indicator => {
    const key = `bench-${number + 1}`;
    return {
      key,
      name: key,
      unit: '件',
      addsUp: number % 4 === 0 ? 'closing' : 'flow',
      definition: key,
      overUnits: 'sum',
      exactness: 'exact',
    };
  });
  return withIndicators(getFormat('2021', 'other_three'), indicators);
}

/** The first cells of table order; any others of the format stay out of the bench. */
export function benchCells(cells: number): CellId[] {
  return leafCells(benchFormat(cells))
    .slice(0, cells)
    .map((cell) => cell.id);
}

/**
 * A year in which every unit has four approved quarters, put straight into the store.
 *
 * @param size.isTyped with the figures as they were typed, cell by cell
 */
export async function seedYear(store: Store, size: { units: number; cells: number; isTyped?: boolean }): Promise<void> {
  const at = new Date();
  const cells = benchCells(size.cells);
  await store.tx(async (tx) => {
    await insertYear(tx, { year, format: '2021', rowVariant: 'other_three', createdAt: at });
    for (const quarter of quarters) await insertQuarter(tx, { year, quarter, dueOn: `${year}-12-31`, openedAt: at });
    await insertPerson(tx, { id: 'clerk', username: 'clerk', name: '填报员', passwordHash: null, createdAt: at });
    await insertPerson(tx, { id: 'reviewer', username: 'reviewer', name: '审核员', passwordHash: null, createdAt: at });
    await insertUnit(tx, { ...department(0), id: root, parentId: null, path: [root], kind: 'government' });
  });
  for (let first = 1; first <= size.units; first += unitsPerTransaction)
    await store.tx(async (tx) => {
      for (let number = first; number < first + unitsPerTransaction && number <= size.units; number += 1)
        await seedUnit(tx, number, { cells, at, isTyped: size.isTyped ?? true });
    });
}

async function seedUnit(
  tx: Tx,
  number: number,
  { cells, at, isTyped }: { cells: readonly CellId[]; at: Date; isTyped: boolean },
): Promise<void> {
  const unit = department(number);
  await insertUnit(tx, unit);
  for (const quarter of quarters) {
    const id = `filing-${number}-${quarter}`;
    const book: FigureBook = new Map(cells.map((cell, index) => [cell, count(figureOf(number, quarter, index))]));
    await insertFiling(tx, { id, unitId: unit.id, year, quarter, at });
    for (const [cell, figure] of isTyped ? book : [])
      await upsertFigure(tx, id, {
        cell,
        raw: figure.state === 'number' ? String(figure.value) : '',
        figure,
        version: 1,
        savedBy: 'clerk',
        savedAt: at,
      });
    const content = JSON.stringify({
      unitId: unit.id,
      year,
      quarter,
      format: '2021',
      rowVariant: 'other_three',
      figures: Object.fromEntries(book),
      declared: [],
      contribution: '',
    } satisfies FilingContent);
    await insertSubmission(tx, { id: `${id}-1`, filingId: id, number: 1, content, hash: id, submittedBy: 'clerk', submittedAt: at });
    await decideSubmission(tx, id, 1, { outcome: 'approved', decidedBy: 'reviewer', decidedAt: at });
    await setFilingStatus(tx, id, { status: 'approved', submissionNumber: 1, at });
    await replaceCheckedFigures(tx, { filingId: id, unitId: unit.id, year, quarter, submissionNumber: 1 }, book);
  }
}

function department(number: number) {
  const id = `unit-${number}`;
  return {
    id,
    parentId: root,
    path: [root, id],
    name: `示例第${number}局`,
    kind: 'department' as const,
    powers: [],
    sort: number,
    opensOn: '2020-01-01',
    closesOn: null,
  };
}
