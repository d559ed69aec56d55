import { count, type Figure, type FigureBook, numberAt } from '../figures';
import type { CellId } from '../formats';
import { applicantKinds } from '../formats/applicant-columns';
import { outcomeRows } from '../formats/request-rows';
import type { SeededRandom } from '../seeded-random';
import type { ValidReport } from './a-valid-report';

/** A report with one planted slip: what was done to which cells, so that a test can ask whether it was found and undone. */
export interface Trial {
  figures: FigureBook;
  /** The planted changes; `to` is the wrong value that now stands there. */
  planted: readonly { cell: CellId; from: number; to: number }[];
}

/** One printed figure of table 三 or 四 is another number. */
export function changeOneCell({ format, content }: ValidReport, table: 't3' | 't4', random: SeededRandom): Trial {
  const cell = random.pick([...format.cells.values()].filter((one) => one.table === table)).id;
  const from = numberAt(content.figures, cell) ?? 0;
  let to = from;
  while (to === from) to = random.chance(0.5) ? random.integer(0, 2 * from + 3) : Math.max(0, from + random.integer(-3, 3));
  return plant(content.figures, [{ cell, from, to }]);
}

/** Some requests of one row stand one applicant column off. Null when the table is empty. */
export function misplaceWithinRow(report: ValidReport, random: SeededRandom): Trial | null {
  const source = pickFilled(report, random);
  const target = source && { row: source.row, column: random.pick(columns.filter((column) => column !== source.column)) };
  return target ? move(report.content.figures, random, source, target) : null;
}

/** Some requests of one applicant column stand in another row. Null when the table is empty. */
export function misplaceWithinColumn(report: ValidReport, random: SeededRandom): Trial | null {
  const source = pickFilled(report, random);
  const target = source && { row: random.pick(leafRows(report).filter((row) => row !== source.row)), column: source.column };
  return target ? move(report.content.figures, random, source, target) : null;
}

/** The same trial with some figures unknown, the planted ones never among them. */
export function forgetSomeCells(trial: Trial, howMany: number, random: SeededRandom): Trial {
  const planted = new Set(trial.planted.map((change) => change.cell));
  const figures = new Map(trial.figures);
  const open = [...figures.keys()].filter((cell) => /^s[34]\./.test(cell) && !planted.has(cell));
  for (let forgotten = 0; forgotten < howMany; forgotten += 1) figures.delete(random.pick(open));
  return { ...trial, figures };
}

interface Place {
  row: string;
  column: string;
}

const columns = applicantKinds.map((kind) => kind.key as string);

function leafRows({ format }: ValidReport): string[] {
  return ['new_received', 'carried_in', ...outcomeRows(format.rowVariant).map((row) => row.key), 'carried_out'];
}

function pickFilled(report: ValidReport, random: SeededRandom): Place | null {
  const places = leafRows(report).flatMap((row) => columns.map((column) => ({ row, column })));
  const filled = places.filter((place) => valueAt(report.content.figures, place) > 0);
  return filled.length > 0 ? random.pick(filled) : null;
}

function move(figures: FigureBook, random: SeededRandom, source: Place, target: Place): Trial {
  const amount = random.integer(1, valueAt(figures, source));
  const [less, more] = [valueAt(figures, source), valueAt(figures, target)];
  return plant(figures, [
    { cell: cellAt(source), from: less, to: less - amount },
    { cell: cellAt(target), from: more, to: more + amount },
  ]);
}

function plant(figures: FigureBook, planted: Trial['planted']): Trial {
  const changed = new Map<CellId, Figure>(figures);
  for (const { cell, to } of planted) changed.set(cell, count(to));
  return { figures: changed, planted };
}

function cellAt({ row, column }: Place): CellId {
  return `s3.${row}.${column}`;
}

function valueAt(figures: FigureBook, place: Place): number {
  return numberAt(figures, cellAt(place)) ?? 0;
}
