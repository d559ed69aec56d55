import { findUnit, findYear, listFilings, type Reader, type Unit } from '@/db/store';
import { type CellId, type Format, getCell, getFormat, withIndicators } from '@/server/domain/formats';
import { formatBehind } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import { type AssembledIndicator, assembleIndicators } from '@/server/views/assemble-indicators';
import { definitionOf } from '@/server/views/filing-format';
import { reportUnits } from '@/server/views/report-units';

/** @param partOf one unit of the report: the people behind its part alone */
export type TraceKey = ReportKey & { cell: CellId; partOf?: string | undefined };

/** A cell of a report with all that is asked of the ledger to follow it back. */
export interface TracedCell extends TraceKey {
  unit: Unit;
  /** The units of the report, in the office's order. */
  reportUnits: readonly Unit[];
  /** Those of them that the cell concerns: all, or those that are asked for the indicator. */
  units: readonly Unit[];
  /** The cell and what it is made of, no other. */
  format: Format;
  /** The typed cells that it adds up; itself, when it is one. */
  leaves: readonly CellId[];
  isLeaf: boolean;
  isIndicator: boolean;
}

/** @throws Refused not_found where there is no such unit, year or cell */
export async function loadTracedCell(reader: Reader, key: TraceKey): Promise<TracedCell> {
  const [unit, year] = [await findUnit(reader, key.unitId), await findYear(reader, key.year)];
  if (!unit || !year) throw notFound();
  const all = await reportUnits(reader, unit, key);
  const indicator = await indicatorAt(reader, all, key);
  const statutory = getFormat(year.format, year.rowVariant);
  const whole = indicator ? withIndicators(statutory, [definitionOf(indicator.indicator)]) : statutory;
  if (!whole.cells.has(key.cell)) throw notFound();
  const concerned = indicator && new Set([...indicator.units, ...indicator.waiting].map((one) => one.unitId));
  const format = formatBehind(whole, key.cell);
  return {
    ...key,
    unit,
    reportUnits: all,
    units: all.filter((one) => concerned?.has(one.id) ?? true),
    format,
    leaves: leavesBehind(format, key.cell),
    isLeaf: getCell(format, key.cell).terms === undefined,
    isIndicator: indicator !== null,
  };
}

async function indicatorAt(reader: Reader, units: readonly Unit[], key: TraceKey): Promise<AssembledIndicator | null> {
  if (!key.cell.startsWith('x.')) return null;
  const filings = await listFilings(reader, { unitIds: units.map((one) => one.id), year: key.year });
  return (await assembleIndicators(reader, units, filings, key.year)).find((one) => one.cell === key.cell) ?? null;
}

function leavesBehind(format: Format, id: CellId): CellId[] {
  const cell = getCell(format, id);
  return cell.terms ? [...new Set(cell.terms.flatMap((term) => leavesBehind(format, term)))] : [id];
}
