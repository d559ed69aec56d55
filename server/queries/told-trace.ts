import type { Reader } from '@/db/store';
import { isPlainZero, type PackedUnit, packUnit, type UnitTrace } from '@/server/domain/roll-up';
import type { Actor } from '@/server/views/access';
import { type CellTrace, traceReportCell } from './trace-cell';
import type { ShownTrace } from './trace-units';
import type { TraceKey } from './traced-cell';

/** Units that are drawn before anybody asks for more: those that say something, in the office's order. */
export const firstUnits = 60;
/** People are told for so many figures at once; those of others by their unit. */
export const firstKeystrokes = 20;

/** The units of a cell that travel at once, and how many there are of each kind. */
export interface ToldUnits {
  packed: readonly PackedUnit[];
  /** `packed` is all of them. */
  isWhole: boolean;
  all: number;
  /** Wholly in the figure. */
  in: number;
  /** Say nothing but 0. */
  zeros: number;
}

export type ToldTrace = Omit<CellTrace, 'trace'> & {
  trace: Extract<ShownTrace, { kind: 'terms' }> | (Omit<Extract<ShownTrace, { kind: 'units' }>, 'units'> & { units: ToldUnits });
};

/** What is told of a cell at first: of a whole of a thousand units everything would be half a megabyte. */
export async function tellTrace(reader: Reader, actor: Actor, key: TraceKey): Promise<ToldTrace> {
  const told = await traceReportCell(reader, actor, key);
  const keystrokes = told.keystrokes.slice(0, firstKeystrokes);
  const furtherFigures = told.furtherFigures + told.keystrokes.length - keystrokes.length;
  const { trace } = told;
  if (trace.kind === 'terms')
    return {
      ...told,
      trace,
      keystrokes,
      furtherFigures,
      unitNames: namesOf(
        told,
        keystrokes.map((one) => one.unitId),
      ),
    };
  const { units } = trace;
  const isWhole = units.length <= firstUnits;
  const first = isWhole ? units : units.filter((unit) => !isPlainZero(unit)).slice(0, firstUnits);
  const named = [
    ...first.flatMap(unitsOf),
    ...keystrokes.map((one) => one.unitId),
    ...trace.leftOut.flatMap(({ fromUnit, toUnit }) => [fromUnit, toUnit]),
  ];
  return {
    ...told,
    trace: { ...trace, units: { packed: first.map(packUnit), isWhole, ...countsOf(units) } },
    keystrokes,
    furtherFigures,
    unitNames: namesOf(told, named),
  };
}

/** All units of a typed cell, for whoever asks for the rest; none of a computed one. */
export async function tellUnits(
  reader: Reader,
  actor: Actor,
  key: TraceKey,
): Promise<{ units: ToldUnits; unitNames: Record<string, string> } | null> {
  const { trace, unitNames } = await traceReportCell(reader, actor, key);
  if (trace.kind === 'terms') return null;
  return { units: { packed: trace.units.map(packUnit), isWhole: true, ...countsOf(trace.units) }, unitNames };
}

function countsOf(units: readonly UnitTrace[]): Pick<ToldUnits, 'all' | 'in' | 'zeros'> {
  return { all: units.length, in: units.filter((unit) => unit.lacks.length === 0).length, zeros: units.filter(isPlainZero).length };
}

function unitsOf({ unit, takenOver }: UnitTrace): string[] {
  return [unit, ...takenOver.map((transfer) => transfer.fromUnit)];
}

/** In the office's order, which people are listed in. */
function namesOf({ unitNames }: CellTrace, ids: readonly string[]): Record<string, string> {
  const wanted = new Set(ids);
  return Object.fromEntries(Object.entries(unitNames).filter(([id]) => wanted.has(id)));
}
