import { listFilings, listQuarters, listUnits, listYears, type Reader, type YearQuarter } from '@/db/store';
import { type Actor, notFound } from '@/server/commands/command';
import { isFiler, spanOf } from '@/server/commands/report-units';
import { can } from '@/server/domain/permissions';
import { type BoardCell, boardCells } from './tasks';

export interface BoardRow {
  unitId: string;
  unitName: string;
  kind: string;
  /** By quarter, 1 to 4; null where there is no filing. */
  quarters: readonly (BoardCell | null)[];
}

export interface Board {
  years: readonly number[];
  year: number | null;
  quarters: readonly { quarter: number; dueOn: string; isOpen: boolean; done: number; of: number }[];
  rows: readonly BoardRow[];
}

/** Units × quarters of a year, for those the person may see. `year` null: the newest. @throws Refused not_found (no post with a board) */
export async function loadBoard(reader: Reader, actor: Actor, year: number | null, now: Date): Promise<Board> {
  const visible = (await listUnits(reader)).filter(
    (unit) => can(actor.posts, 'board.read', { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (visible.length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const shown = year ?? years[0] ?? null;
  if (shown === null) return { years, year: null, quarters: [], rows: [] };
  const units = visible.filter((unit) => isFiler(unit) && spanOf(unit, shown));
  const filings = await listFilings(reader, { year: shown, unitIds: units.map((unit) => unit.id) });
  const cells = await boardCells(reader, filings, now);
  const rows = units.map(
    (unit): BoardRow => ({
      unitId: unit.id,
      unitName: unit.name,
      kind: unit.kind,
      quarters: [1, 2, 3, 4].map(
        (quarter) => cells.get(filings.find((filing) => filing.unitId === unit.id && filing.quarter === quarter)?.id ?? '') ?? null,
      ),
    }),
  );
  return { years, year: shown, rows, quarters: (await listQuarters(reader, shown)).map((quarter) => columnOf(quarter, rows)) };
}

function columnOf(quarter: YearQuarter, rows: readonly BoardRow[]) {
  const filed = rows.map((row) => row.quarters[quarter.quarter - 1]).filter((cell) => cell != null);
  return {
    quarter: quarter.quarter,
    dueOn: quarter.dueOn,
    isOpen: quarter.openedAt !== null,
    done: filed.filter((cell) => cell.status === 'approved' || cell.status === 'locked').length,
    of: filed.length,
  };
}
