import {
  type CheckedFigure,
  findReport,
  findUnit,
  findYear,
  listApprovedOf,
  listFilings,
  listTyped,
  listUnits,
  type Reader,
  readCheckedCells,
  sumCheckedFigures,
  type Unit,
} from '@/db/store';
import { type Figure, figureAt } from '@/server/domain/figures';
import { type CellId, type Format, getCell, getFormat, withIndicators } from '@/server/domain/formats';
import { formatBehind, type Trace, type Transfer, traceCell, wholeYear } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { adjustedReport } from '@/server/views/adjusted-report';
import { booksByQuarter, loadTransfers, sumUnits } from '@/server/views/assemble-figures';
import { type AssembledIndicator, assembleIndicators } from '@/server/views/assemble-indicators';
import { definitionOf } from '@/server/views/filing-format';
import { personNames } from '@/server/views/person-names';
import { type ReportCorrection, reportCorrections } from '@/server/views/report-corrections';
import { reportUnits, spanOf } from '@/server/views/report-units';
import { type AdjustmentLine, adjustmentLines } from './adjustment-lines';

/** Who stands behind one unit's quarter of a cell: typed by whom and when, submitted, approved. */
export interface Keystroke {
  unitId: string;
  quarter: number;
  cell: CellId;
  filingId: string;
  raw: string | null;
  savedBy: string | null;
  savedAt: string | null;
  submissionNumber: number;
  submittedBy: string;
  approvedBy: string;
  approvedAt: string;
  /** The correction slip the figure comes from, the newest of several. */
  slip: { slipId: string; year: number; number: number } | null;
}

/** A computed cell with what it is the sum of, or a leaf with its units. */
export type ShownTrace =
  | { kind: 'terms'; cell: CellId; figure: Figure; terms: readonly { cell: CellId; figure: Figure }[] }
  | Extract<Trace, { kind: 'units' }>;

export interface CellTrace {
  trace: ShownTrace;
  /** As printed: the sum that `trace` leads to, and the lines. */
  printed: Figure;
  /** Signed lines of this cell, or of those it is computed from. */
  adjustments: readonly AdjustmentLine[];
  unitNames: Record<string, string>;
  /** Those of the first units of the list, `mostKeystrokes` at most. */
  keystrokes: readonly Keystroke[];
  /** Figures behind the cell whose people are not listed: of later units, or because its terms have to be opened first. */
  furtherFigures: number;
}

/** People behind so many figures are listed at once; further ones are reached by the unit's filing. */
export const mostKeystrokes = 200;
/** A computed cell with more figures behind it than these shows its terms alone: each of them opens by itself. */
const mostFiguresBehind = 6_000;

/**
 * A printed number followed back: terms, units, quarters, and the people and times behind each. Nothing of the report is assembled
 * but this cell and what it is made of.
 *
 * @param key.partOf one unit of the report: the people behind its part alone
 */
export async function traceReportCell(
  reader: Reader,
  actor: Actor,
  key: ReportKey & { cell: CellId; partOf?: string | undefined },
): Promise<CellTrace> {
  await requireReadableReport(reader, actor, key);
  const [unit, year] = [await findUnit(reader, key.unitId), await findYear(reader, key.year)];
  if (!unit || !year) throw notFound();
  const all = await reportUnits(reader, unit, key);
  const indicator = await indicatorAt(reader, all, key);
  const statutory = getFormat(year.format, year.rowVariant);
  const format = indicator ? withIndicators(statutory, [definitionOf(indicator.indicator)]) : statutory;
  if (!format.cells.has(key.cell)) throw notFound();
  const concerned = indicator && new Set([...indicator.units, ...indicator.waiting].map((one) => one.unitId));
  const units = all.filter((one) => concerned?.has(one.id) ?? true);
  const behind = formatBehind(format, key.cell);
  const leaves = leavesBehind(format, key.cell);
  const isLeaf = getCell(format, key.cell).terms === undefined;
  const mayList = isLeaf || key.partOf !== undefined || leaves.length * units.length * 4 <= mostFiguresBehind;
  const unitIds = units.map((one) => one.id);
  const listed = isLeaf || key.partOf === undefined ? unitIds : unitIds.filter((id) => id === key.partOf);
  const read = mayList ? await readCheckedCells(reader, key.year, leaves, listed) : null;
  const checked = read ? inOrder(read.figures, unitIds) : [];
  const sumOf = read && listed === unitIds ? read.sumOf : (some: readonly string[]) => sumCheckedFigures(reader, key.year, some, leaves);
  const summed = indicator ? null : await sumUnits(reader, behind, units, key.year, sumOf);
  const transfers = isLeaf ? (summed ?? (await loadTransfers(reader, behind, units, key.year))).transfers : [];
  const sums = summed?.figures ?? null;
  const trace = isLeaf ? traceLeaf(behind, key, units, { checked, transfers }) : termsOf(behind, key.cell, sums ?? new Map());
  const nameOf = await personNames(reader);
  const figures = sums ?? new Map([[key.cell, trace.figure]]);
  const adjustments = await adjustedReport(reader, await findReport(reader, unit.id, key.year, key.scope), behind, figures);
  const lines = adjustmentLines({ format: behind, sums: figures, content: adjustments, adjustments }, actor, nameOf);
  const { keystrokes, further } = await keystrokesOf(reader, {
    checked: key.partOf === undefined ? checked : checked.filter((one) => one.unitId === key.partOf),
    units,
    isLeaf,
    nameOf,
  });
  const told = new Set([
    ...keystrokes.map((one) => one.unitId),
    ...(trace.kind === 'units' ? trace.units.flatMap((one) => [one.unit, ...one.takenOver.map((transfer) => transfer.fromUnit)]) : []),
    ...(trace.kind === 'units' ? trace.leftOut.flatMap((transfer) => [transfer.fromUnit, transfer.toUnit]) : []),
  ]);
  return {
    trace,
    printed: indicator ? trace.figure : figureAt(adjustments.figures, key.cell),
    adjustments: lines.filter((line) => line.state === 'counted' && leaves.includes(line.cell)),
    unitNames: await namesOf(reader, all, told),
    keystrokes,
    furtherFigures: mayList ? further : leaves.length * units.length * 4,
  };
}

/** Units of the report are at hand; a closed one whose balance was taken over may be another's. */
async function namesOf(reader: Reader, atHand: readonly Unit[], ids: ReadonlySet<string>): Promise<Record<string, string>> {
  const known = atHand.filter((one) => ids.has(one.id));
  const units = known.length === ids.size ? known : (await listUnits(reader)).filter((one) => ids.has(one.id));
  return Object.fromEntries(units.map((one) => [one.id, one.name]));
}

async function indicatorAt(reader: Reader, units: readonly Unit[], key: ReportKey & { cell: CellId }): Promise<AssembledIndicator | null> {
  if (!key.cell.startsWith('x.')) return null;
  const filings = await listFilings(reader, { unitIds: units.map((one) => one.id), year: key.year });
  return (await assembleIndicators(reader, units, filings, key.year)).find((one) => one.cell === key.cell) ?? null;
}

function leavesBehind(format: Format, id: CellId): CellId[] {
  const cell = getCell(format, id);
  return cell.terms ? [...new Set(cell.terms.flatMap((term) => leavesBehind(format, term)))] : [id];
}

/** Unit by unit of the office's list; within a unit they are in order already. */
function inOrder(checked: readonly CheckedFigure[], unitIds: readonly string[]): CheckedFigure[] {
  const byUnit = new Map<string, CheckedFigure[]>(unitIds.map((id) => [id, []]));
  for (const one of checked) byUnit.get(one.unitId)?.push(one);
  return [...byUnit.values()].flat();
}

function termsOf(format: Format, id: CellId, figures: ReadonlyMap<CellId, Figure>): ShownTrace {
  const terms = (getCell(format, id).terms ?? []).map((term) => ({ cell: term, figure: figureAt(figures, term) }));
  return { kind: 'terms', cell: id, figure: figureAt(figures, id), terms };
}

function traceLeaf(
  behind: Format,
  key: ReportKey & { cell: CellId },
  units: readonly Unit[],
  { checked, transfers }: { checked: readonly CheckedFigure[]; transfers: readonly Transfer[] },
): Extract<Trace, { kind: 'units' }> {
  const books = new Map<string, Map<number, Map<CellId, Figure>>>();
  for (const one of checked) {
    const ofUnit = books.get(one.unitId) ?? new Map<number, Map<CellId, Figure>>();
    books.set(one.unitId, ofUnit);
    ofUnit.set(one.quarter, (ofUnit.get(one.quarter) ?? new Map<CellId, Figure>()).set(one.cell, one.figure));
  }
  const sources = units.map((unit) => ({
    unit: unit.id,
    books: booksByQuarter(books.get(unit.id) ?? new Map()),
    span: spanOf(unit, key.year) ?? wholeYear,
  }));
  const trace = traceCell(behind, key.cell, sources, transfers);
  if (trace.kind !== 'units') throw new Error(`${key.cell} is no leaf`);
  return trace;
}

async function keystrokesOf(
  reader: Reader,
  of: { checked: readonly CheckedFigure[]; units: readonly Unit[]; isLeaf: boolean; nameOf: (id: string | null) => string },
): Promise<{ keystrokes: Keystroke[]; further: number }> {
  const slips = slipsByFigure(await reportCorrections(reader, of.units, partsOf(of.checked)));
  const told = of.checked.filter(
    ({ filingId, cell, figure }) => of.isLeaf || slips.has(`${filingId} ${cell}`) || figure.state !== 'number' || figure.value !== 0,
  );
  const shown = told.slice(0, mostKeystrokes);
  const filingIds = [...new Set(shown.map((one) => one.filingId))];
  const typed = new Map(
    (await listTyped(reader, filingIds, [...new Set(shown.map((one) => one.cell))])).map((one) => [`${one.filingId} ${one.cell}`, one]),
  );
  const approved = new Map((await listApprovedOf(reader, filingIds)).map((one) => [one.filingId, one]));
  const keystrokes = shown.flatMap((one): Keystroke[] => {
    const submission = approved.get(one.filingId);
    if (!submission) return [];
    const stored = typed.get(`${one.filingId} ${one.cell}`);
    return [
      {
        unitId: one.unitId,
        quarter: one.quarter,
        cell: one.cell,
        filingId: one.filingId,
        raw: stored?.raw ?? null,
        savedBy: stored ? of.nameOf(stored.savedBy) : null,
        savedAt: stored?.savedAt.toISOString() ?? null,
        submissionNumber: one.submissionNumber,
        submittedBy: of.nameOf(submission.submittedBy),
        approvedBy: of.nameOf(submission.decidedBy),
        approvedAt: submission.decidedAt?.toISOString() ?? '',
        slip: slips.get(`${one.filingId} ${one.cell}`) ?? null,
      },
    ];
  });
  return { keystrokes, further: told.length - shown.length };
}

function partsOf(checked: readonly CheckedFigure[]): { filingId: string; unitId: string }[] {
  return [...new Map(checked.map(({ filingId, unitId }) => [filingId, { filingId, unitId }])).values()];
}

/** The newest slip that changed a figure, by filing and cell. */
function slipsByFigure(all: readonly ReportCorrection[]): Map<string, NonNullable<Keystroke['slip']>> {
  const slips = new Map<string, NonNullable<Keystroke['slip']>>();
  for (const { slipId, slipYear, number, corrections } of all)
    for (const { filingId, changes } of corrections)
      for (const { cell } of changes) slips.set(`${filingId} ${cell}`, { slipId, year: slipYear, number });
  return slips;
}
