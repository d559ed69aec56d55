import { haveYear, type Reader, type Store } from '@/db/store';
import { isPlainZero, type PackedUnit, packUnit, type UnitTrace } from '@/server/domain/roll-up';
import { plainForWire } from '@/server/domain/wire';
import type { Actor } from '@/server/views/access';
import { type CellTrace, followBack, traceUnitsOfCell } from './trace-cell';
import type { Keystroke } from './trace-people';
import type { ShownTrace } from './trace-units';
import type { TraceKey } from './traced-cell';

/** Units that are drawn before anybody asks for more: those that say something, in the office's order. */
export const firstUnits = 60;
/** What a typed cell weighs at most: people are told while there is room, those of the others by their unit. */
const mostBytes = 19_800;

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
  const { namesOf, ...told } = await followBack(reader, actor, key);
  const { trace } = told;
  const people = told.keystrokes.map((one) => one.unitId);
  if (trace.kind === 'terms') return plainForWire({ ...told, trace, unitNames: await namesOf(people) });
  const { units } = trace;
  const isWhole = units.length <= firstUnits;
  const first = isWhole ? units : units.filter((unit) => !isPlainZero(unit)).slice(0, firstUnits);
  const shown = { ...trace, units: { packed: first.map(packUnit), isWhole, ...countsOf(units) } };
  const named = [...first.flatMap(unitsOf), ...trace.leftOut.flatMap(({ fromUnit, toUnit }) => [fromUnit, toUnit])];
  const unitNames = await namesOf([...named, ...people]);
  const bare = { ...told, trace: shown, keystrokes: [], unitNames: those(unitNames, named) };
  const keystrokes = fitting({ ...told, unitNames }, mostBytes - bytesOf(bare));
  return plainForWire({
    ...bare,
    keystrokes,
    furtherFigures: told.furtherFigures + told.keystrokes.length - keystrokes.length,
    unitNames: those(unitNames, [...named, ...keystrokes.map((one) => one.unitId)]),
  });
}

/** The people that there is room for, in their order; those of corrections whatever room there is. */
export function fitting({ keystrokes, unitNames }: Pick<CellTrace, 'keystrokes' | 'unitNames'>, room: number): Keystroke[] {
  const named = new Set<string>();
  const told = new Set<Keystroke>();
  let left = room;
  for (const one of [...keystrokes].sort((a, b) => Number(a.slip === null) - Number(b.slip === null))) {
    left -= bytesOf(one) + 1 + (named.has(one.unitId) ? 0 : bytesOf({ [one.unitId]: unitNames[one.unitId] }));
    if (left < 0 && one.slip === null) break;
    named.add(one.unitId);
    told.add(one);
  }
  return keystrokes.filter((one) => told.has(one));
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** All units of a typed cell, for whoever asks for the rest; none of a computed one. */
export async function tellUnits(
  reader: Reader,
  actor: Actor,
  key: TraceKey,
): Promise<{ units: ToldUnits; unitNames: Record<string, string> } | null> {
  const told = await traceUnitsOfCell(reader, actor, key);
  if (!told) return null;
  const { units, unitNames } = told;
  return plainForWire({ units: { packed: units.map(packUnit), isWhole: true, ...countsOf(units) }, unitNames });
}

/**
 * Both as a page asks for them: what was told the last time while nothing that it is made of has changed, and then not to be changed. A cell of a
 * thousand units is asked for again whenever somebody follows a figure back, and its year changes with an approval.
 */
export async function openTrace(store: Store, actor: Actor, key: TraceKey): Promise<ToldTrace> {
  if (key.scope === 'consolidated') await haveYear(store.read, key.year);
  return store.kept(keptAs('trace', actor, key), (reader) => tellTrace(reader, actor, key));
}

export async function openUnits(store: Store, actor: Actor, key: TraceKey): ReturnType<typeof tellUnits> {
  if (key.scope === 'consolidated') await haveYear(store.read, key.year);
  return store.kept(keptAs('units of a cell', actor, key), (reader) => tellUnits(reader, actor, key));
}

function keptAs(what: string, { userId, posts }: Actor, { unitId, year, scope, cell, partOf }: TraceKey): string {
  return JSON.stringify([what, userId, posts, unitId, year, scope, cell, partOf ?? null]);
}

function countsOf(units: readonly UnitTrace[]): Pick<ToldUnits, 'all' | 'in' | 'zeros'> {
  return { all: units.length, in: units.filter((unit) => unit.lacks.length === 0).length, zeros: units.filter(isPlainZero).length };
}

function unitsOf({ unit, takenOver }: UnitTrace): string[] {
  return [unit, ...takenOver.map((transfer) => transfer.fromUnit)];
}

/** In the office's order, which people are listed in. */
function those(unitNames: CellTrace['unitNames'], ids: readonly string[]): Record<string, string> {
  const wanted = new Set(ids);
  return Object.fromEntries(Object.entries(unitNames).filter(([id]) => wanted.has(id)));
}
