import { latestEditionOf, listUnits, type Reader, type Unit } from '@/db/store';
import { type Actor, notFound } from '@/server/commands/command';
import { readEdition } from '@/server/commands/edition-content';
import { reportUnits } from '@/server/commands/report-units';
import { type FigureBook, figureAt, numberAt } from '@/server/domain/figures';
import { type CellId, cellName, getFormat, leafCells } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import { addFigures } from '@/server/domain/roll-up';
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

/** @throws Refused not_found (the year, or the whole is not the person's to manage) */
export async function loadOpeningSums(reader: Reader, actor: Actor, year: number): Promise<OpeningSums> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  const form = await firstOpeningsOf(reader, year);
  if (!root || !form || can(actor.posts, 'opening.set', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const units = await reportUnits(reader, root, { year, scope: 'consolidated' });
  const books: { unit: Unit; openings: FigureBook }[] = [];
  for (const unit of units) if (unit.opensOn <= `${year}-01-01`) books.push({ unit, openings: await form.openingsOf(unit) });
  const edition = await latestEditionOf(reader, root.id, year - 1, 'consolidated');
  const closed = edition ? readEdition(edition.content).figures : null;
  const format = getFormat(form.year.format, form.year.rowVariant);
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
