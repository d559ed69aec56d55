import { type Filing, findUnit, latestEvents, listPastFigures, type PastFigure, type Reader } from '@/db/store';
import { type EventPayloads, workbookMarkLength } from '@/server/domain/audit';
import { type Figure, figureAt, withComputed } from '@/server/domain/figures';
import { type Cell, type CellId, type Format, getCell, leafCells } from '@/server/domain/formats';
import { isQuarter, type Quarter, quarters } from '@/server/domain/periods';
import { type QuarterSpan, type Transfer, wholeYear } from '@/server/domain/roll-up';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { requireReadableFiling } from '@/server/views/access';
import { takenOverUpTo } from '@/server/views/assemble-figures';
import { formatOfFiling } from '@/server/views/filing-format';

export interface CellQuarter {
  year: number;
  quarter: number;
  figure: Figure;
  /** Approved by a reviewer; else as the unit has it now. */
  isApproved: boolean;
}

/** One save of the cell in this filing, or one correction of it by an accepted slip. */
export interface CellChange {
  at: string;
  by: string;
  before: string | null;
  after: string;
  /** The slip that corrected it, by the year and number of its unit; null: it was typed. `of` names the closed unit whose slip it was. */
  slip: { year: number; number: number; of: string | null } | null;
  /** The file it came in; null: it came in none. */
  workbook: string | null;
}

/** What 本年累计 is reckoned from. */
export interface YearSoFar {
  /** What the approved quarters of this year before this one say in the leaves asked for. */
  thisYear: readonly { quarter: Quarter; figures: Record<CellId, Figure> }[];
  /** The quarters the unit exists in, and what it took over from closed units in the leaves. */
  ofUnit: { unitId: string; span: QuarterSpan; takenOver: readonly Transfer[] };
}

export interface CellHistory extends YearSoFar {
  /** Past quarters of the unit that know the cell, the oldest first. */
  quarters: readonly CellQuarter[];
  /** The newest first. */
  changes: readonly CellChange[];
}

const maxQuarters = 12;
const maxChanges = 20;
/** Saves of a filing that are looked through for those of one cell: more than ten for every cell there is. */
const maxSaves = 4_000;

/** What a unit's past quarters said in a cell, and who changed it in this one. */
export async function loadCellHistory(reader: Reader, actor: Actor, of: { filingId: string; cell: CellId }): Promise<CellHistory> {
  const filing = await requireReadableFiling(reader, actor, of.filingId);
  const format = await formatOfFiling(reader, filing);
  const cell = format.cells.get(of.cell);
  if (!cell)
    throw new Refused('invalid', {
      zh: `${filing.format} 格式中没有单元格“${of.cell}”。`,
      en: `Format ${filing.format} has no cell "${of.cell}".`,
    });
  const leaves = leavesOf(format, cell);
  const past = await listPastFigures(reader, filing.unitId, leaves, { before: filing, most: maxQuarters });
  return {
    quarters: quartersOf(format, cell, past),
    ...(await yearSoFarOf(reader, filing, { format, leaves, past })),
    changes: await changesOf(reader, filing.id, cell.id),
  };
}

/** 本年累计 of every cell of a filing, but for what stands on the screen. */
export async function loadYearSoFar(reader: Reader, actor: Actor, { filingId }: { filingId: string }): Promise<YearSoFar> {
  const filing = await requireReadableFiling(reader, actor, filingId);
  const format = await formatOfFiling(reader, filing);
  const leaves = leafCells(format).map((cell) => cell.id);
  const past = await listPastFigures(reader, filing.unitId, leaves, { before: filing, most: quarters.length });
  return yearSoFarOf(reader, filing, { format, leaves, past });
}

async function yearSoFarOf(
  reader: Reader,
  filing: Filing,
  { format, leaves, past }: { format: Format; leaves: readonly CellId[]; past: readonly PastFigure[] },
): Promise<YearSoFar> {
  return {
    thisYear: quarters.flatMap((quarter) => {
      const known = past.filter((one) => one.year === filing.year && one.quarter === quarter && one.isApproved);
      return known.length > 0 ? [{ quarter, figures: Object.fromEntries(bookOf(known)) }] : [];
    }),
    ofUnit: { unitId: filing.unitId, ...(await unitYearOf(reader, filing, format, leaves)) },
  };
}

async function unitYearOf(reader: Reader, filing: Filing, format: Format, leaves: readonly CellId[]) {
  const { year, quarter } = filing;
  const unit = await findUnit(reader, filing.unitId);
  if (!unit || !isQuarter(quarter)) return { span: wholeYear, takenOver: [] };
  const { span, transfers } = await takenOverUpTo(reader, format, unit, { year, quarter });
  return { span, takenOver: transfers.filter((one) => leaves.includes(one.cell)) };
}

/** The cell itself, or the typed cells a computed one is made of in the end. */
function leavesOf(format: Format, cell: Cell): CellId[] {
  return cell.terms ? [...new Set(cell.terms.flatMap((term) => leavesOf(format, getCell(format, term))))] : [cell.id];
}

/** The cell quarter by quarter; a quarter that does not know it is left out. */
function quartersOf(format: Format, cell: Cell, past: readonly PastFigure[]): CellQuarter[] {
  const byQuarter = new Map<number, PastFigure[]>();
  for (const one of past) {
    const index = one.year * 4 + one.quarter;
    byQuarter.set(index, [...(byQuarter.get(index) ?? []), one]);
  }
  return [...byQuarter]
    .sort(([a], [b]) => a - b)
    .flatMap(([, known]) => {
      const [first] = known;
      const figure = figureAt(withComputed(format, bookOf(known)), cell.id);
      return first && figure.state !== 'not_filled'
        ? [{ year: first.year, quarter: first.quarter, figure, isApproved: first.isApproved }]
        : [];
    });
}

function bookOf(known: readonly PastFigure[]): Map<CellId, Figure> {
  return new Map(known.map((one) => [one.cell, one.figure]));
}

async function changesOf(reader: Reader, filingId: string, cell: CellId): Promise<CellChange[]> {
  const saves = await latestEvents(reader, { objectType: 'filing', objectId: filingId, kindPrefix: 'figure.saved', limit: maxSaves });
  const ofCell = saves.filter(({ payload }) => 'cell' in payload && payload.cell === cell);
  const files = ofCell.some(({ payload }) => 'workbook' in payload) ? await filesBroughtIn(reader, filingId) : new Map<string, string>();
  const typed = ofCell.map(({ seq, at, actorName, payload }) => {
    const { before, after, workbook } = payload as EventPayloads['figure.saved'];
    return {
      seq,
      at,
      by: actorName,
      before,
      after,
      slip: null,
      workbook: workbook === undefined ? null : (files.get(workbook) ?? workbook),
    };
  });
  const corrections = await latestEvents(reader, {
    objectType: 'filing',
    objectId: filingId,
    kindPrefix: 'filing.corrected',
    limit: maxSaves,
  });
  const corrected = corrections.flatMap(({ seq, at, actorName, payload }) => {
    const { slip: number, year, of, changes } = payload as EventPayloads['filing.corrected'];
    return changes
      .filter((change) => change.cell === cell)
      .map(({ before, after }) => ({
        seq,
        at,
        by: actorName,
        before,
        after,
        slip: { year, number, of: of?.unitName ?? null },
        workbook: null,
      }));
  });
  return [...typed, ...corrected]
    .sort((a, b) => b.seq - a.seq)
    .slice(0, maxChanges)
    .map(({ seq: _seq, ...change }) => change);
}

/** The names of the workbooks that were brought into a filing, by what the events of their figures say of them. */
async function filesBroughtIn(reader: Reader, filingId: string): Promise<Map<string, string>> {
  const taken = await latestEvents(reader, { objectType: 'filing', objectId: filingId, kindPrefix: 'workbook.taken_in', limit: maxSaves });
  return new Map(
    taken.map(({ payload }) => {
      const { hash, file } = payload as EventPayloads['workbook.taken_in'];
      return [hash.slice(0, workbookMarkLength), file];
    }),
  );
}
