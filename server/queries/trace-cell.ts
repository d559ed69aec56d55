import { findReport, listUnits, type Reader } from '@/db/store';
import { type Figure, figureAt } from '@/server/domain/figures';
import type { UnitTrace } from '@/server/domain/roll-up';
import { type Actor, requireReadableReport } from '@/server/views/access';
import { adjustedReport } from '@/server/views/adjusted-report';
import { withNames } from '@/server/views/person-names';
import { type AdjustmentLine, adjustmentLines } from './adjustment-lines';
import { type Keystroke, tracePeople } from './trace-people';
import { figuresBehind, openComputed, openLeaf, type ShownTrace } from './trace-units';
import { loadTracedCell, type TracedCell, type TraceKey } from './traced-cell';

export interface CellTrace {
  trace: ShownTrace;
  /** As printed: the sum that `trace` leads to, and the lines. */
  printed: Figure;
  /** Signed lines of this cell, or of those it is computed from. */
  adjustments: readonly AdjustmentLine[];
  unitNames: Record<string, string>;
  /** Those of the first units of the list, `maxKeystrokes` at most. */
  keystrokes: readonly Keystroke[];
  /** Figures behind the cell whose people are not listed: of later units, or because its terms have to be opened first. */
  furtherFigures: number;
}

/**
 * A printed number followed back, one way: the figure, its terms or its units with their quarters, the people and times behind
 * each. Nothing of the report is assembled but this cell and what it is made of.
 */
export async function traceReportCell(reader: Reader, actor: Actor, key: TraceKey): Promise<CellTrace> {
  const { namesOf: named, ...traced } = await followBack(reader, actor, key);
  return { ...traced, unitNames: await named([...unitsIn(traced.trace), ...traced.keystrokes.map((one) => one.unitId)]) };
}

/** A number followed back, and what units are called that somebody wants to be told of. */
export type FollowedBack = Omit<CellTrace, 'unitNames'> & { namesOf: (unitIds: readonly string[]) => Promise<Record<string, string>> };

export async function followBack(reader: Reader, actor: Actor, key: TraceKey): Promise<FollowedBack> {
  await requireReadableReport(reader, actor, key);
  const of = await loadTracedCell(reader, key);
  const { sums, trace, checked } = of.isLeaf ? await openLeaf(reader, of) : await openComputed(reader, of);
  const adjusted = await adjustedReport(reader, await findReport(reader, of.unit.id, of.year, of.scope), of.format, sums);
  const lines = await withNames(reader, (nameOf) =>
    adjustmentLines({ format: of.format, sums, content: adjusted, adjustments: adjusted }, actor, nameOf),
  );
  const ofPart = checked?.filter((one) => of.partOf === undefined || one.unitId === of.partOf);
  const { keystrokes, further } = ofPart ? await tracePeople(reader, of, ofPart) : { keystrokes: [], further: figuresBehind(of) };
  return {
    trace,
    printed: figureAt(adjusted.figures, of.cell),
    adjustments: lines.filter((line) => line.state === 'counted' && of.leaves.includes(line.cell)),
    keystrokes,
    furtherFigures: further,
    namesOf: (unitIds) => namesOf(reader, of, new Set(unitIds)),
  };
}

/** The units of a typed cell alone, and what they are called; null for a computed one. */
export async function traceUnitsOfCell(
  reader: Reader,
  actor: Actor,
  key: TraceKey,
): Promise<{ units: readonly UnitTrace[]; unitNames: Record<string, string> } | null> {
  await requireReadableReport(reader, actor, key);
  const of = await loadTracedCell(reader, key);
  if (!of.isLeaf) return null;
  const { trace } = await openLeaf(reader, of);
  return { units: trace.units, unitNames: await namesOf(reader, of, new Set(unitsIn(trace))) };
}

function unitsIn(trace: ShownTrace): string[] {
  if (trace.kind === 'terms') return [];
  const { units, leftOut } = trace;
  return [
    ...units.flatMap(({ unit, takenOver }) => [unit, ...takenOver.map((transfer) => transfer.fromUnit)]),
    ...leftOut.flatMap(({ fromUnit, toUnit }) => [fromUnit, toUnit]),
  ];
}

/** Units of the report are at hand; a closed one whose balance was taken over may be another's. */
async function namesOf(reader: Reader, { reportUnits }: TracedCell, ids: ReadonlySet<string>): Promise<Record<string, string>> {
  const known = reportUnits.filter((one) => ids.has(one.id));
  const units = known.length === ids.size ? known : (await listUnits(reader)).filter((one) => ids.has(one.id));
  return Object.fromEntries(units.map((one) => [one.id, one.name]));
}
