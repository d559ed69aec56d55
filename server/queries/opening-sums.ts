import { findYear, latestEditionOf, type Reader, rootUnit, type Unit, type Year } from '@/db/store';
import { type FigureBook, figureAt, numberAt } from '@/server/domain/figures';
import { type CellId, cellName, getFormat, leafCells } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import { addFigures } from '@/server/domain/roll-up';
import { mostNames } from '@/server/domain/some-names';
import { type Actor, notFound } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { reportUnits } from '@/server/views/report-units';
import { firstOpeningsOf } from './first-openings';

/** The openings of all units added up, beside what last year's consolidated edition closed with (F7). */
export interface OpeningSums {
  year: number;
  organ: string;
  /** Null: last year has no consolidated edition to compare with. */
  edition: number | null;
  cells: readonly {
    cell: CellId;
    name: string;
    /** Null while a unit's opening is not known. */
    sum: number | null;
    closed: number | null;
    difference: number | null;
    unknownIn: readonly { unitId: string; name: string }[];
  }[];
}

/** The same for a page: which units are not known in all, the first of them by name. */
export interface ShownOpeningSums extends Omit<OpeningSums, 'cells'> {
  cells: readonly Omit<OpeningSums['cells'][number], 'unknownIn'>[];
  lacking: { count: number; first: readonly { unitId: string; name: string }[] };
}

export function shownSums({ cells, ...sums }: OpeningSums): ShownOpeningSums {
  const lacking = new Map(cells.flatMap((cell) => cell.unknownIn.map((unit) => [unit.unitId, unit] as const)));
  return {
    ...sums,
    cells: cells.map(({ unknownIn: _, ...cell }) => cell),
    lacking: { count: lacking.size, first: [...lacking.values()].slice(0, mostNames) },
  };
}

/** @throws Refused not_found (the year, or the whole is not the person's to manage) */
export async function loadOpeningSums(reader: Reader, actor: Actor, year: number): Promise<OpeningSums> {
  const root = await rootUnit(reader);
  const known = await findYear(reader, year);
  if (!root || !known || can(actor.posts, 'opening.set', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  return sumOpenings(reader, root, known, await unitOpenings(reader, root, known));
}

/** What each unit that stands on 1 January begins a year with; the year need not exist yet. */
export async function unitOpenings(reader: Reader, root: Unit, year: Year): Promise<{ unit: Unit; openings: FigureBook }[]> {
  const units = await reportUnits(reader, root, { year: year.year, scope: 'consolidated' });
  const standing = units.filter((unit) => unit.opensOn <= `${year.year}-01-01`);
  const books = await firstOpeningsOf(reader, year, standing);
  return standing.map((unit, index) => ({ unit, openings: books[index] ?? new Map() }));
}

/** @param books of `unitOpenings` */
export async function sumOpenings(
  reader: Reader,
  root: Unit,
  known: Year,
  books: readonly { unit: Unit; openings: FigureBook }[],
): Promise<OpeningSums> {
  const { year } = known;
  const edition = await latestEditionOf(reader, root.id, year - 1, 'consolidated');
  const closed = edition ? readEdition(edition.content).figures : null;
  const format = getFormat(known.format, known.rowVariant);
  return {
    year,
    organ: root.name,
    edition: edition?.number ?? null,
    cells: leafCells(format).flatMap((cell) => {
      if (cell.opensFrom === undefined) return [];
      const total = addFigures(books.map(({ openings }) => figureAt(openings, cell.id)));
      const sum = numberAt(new Map([[cell.id, total]]), cell.id);
      const before = closed ? numberAt(closed, cell.opensFrom) : null;
      return [
        {
          cell: cell.id,
          name: cellName(cell),
          sum,
          closed: before,
          difference: sum === null || before === null ? null : sum - before,
          unknownIn: books
            .filter(({ openings }) => numberAt(openings, cell.id) === null)
            .map(({ unit }) => ({ unitId: unit.id, name: unit.name })),
        },
      ];
    }),
  };
}
