import {
  type Filing,
  findUnit,
  listDeclarations,
  listFigures,
  listFilings,
  listPredecessors,
  listTexts,
  listUnits,
  type Reader,
  type Unit,
} from '@/db/store';
import { numberAt } from '@/server/domain/figures';
import { type CellId, leafCells } from '@/server/domain/formats';
import { type Day, isQuarter, type Period } from '@/server/domain/periods';
import {
  type ClosingRefusal,
  type ClosingUnit,
  closingRefusals,
  type FilingAtClosing,
  isSent,
  quartersAfter,
} from '@/server/domain/workflow';
import { notFound } from './access';
import { loadFilingView } from './filing-view';
import { isFiler } from './report-units';

/** Units that close together on a day, and what becomes of what they leave open. */
export interface Closing {
  unitIds: readonly string[];
  closesOn: Day;
  /** An existing unit by id, a unit that begins on the next day, or nobody. */
  into: { unitId: string } | 'new' | null;
}

/** A closing as the decision sees it. Read the same way for the page that shows it and the command that does it. */
export interface ClosingView {
  units: readonly Unit[];
  successor: Unit | null;
  /** Filings of the closing units, by unit: the unfinished ones up to the last quarter, and those that vanish. */
  unfinished: readonly Filing[];
  vanishing: readonly Filing[];
  /** By unit: what its last quarter closes with as far as it is known, by opening cell. */
  balances: ReadonlyMap<string, ReadonlyMap<CellId, number>>;
  refusals: readonly ClosingRefusal[];
}

/** @throws Refused not_found (one of the units) */
export async function loadClosingView(reader: Reader, { unitIds, closesOn, into }: Closing): Promise<ClosingView> {
  const units: Unit[] = [];
  for (const id of new Set(unitIds)) units.push((await findUnit(reader, id)) ?? fail());
  const successor = into !== null && into !== 'new' ? ((await findUnit(reader, into.unitId)) ?? fail()) : null;
  const all = await listUnits(reader);
  const filings = await listFilings(reader, { unitIds: [...units, ...(successor ? [successor] : [])].map((unit) => unit.id) });
  const balances = new Map<string, ReadonlyMap<CellId, number>>();
  for (const unit of [...units, ...(successor ? [successor] : [])])
    balances.set(unit.id, await balancesOf(reader, filings, unit, closesOn));
  const facts: ClosingUnit[] = [];
  for (const unit of units)
    facts.push({ ...(await factsOf(reader, unit, { all, filings, closesOn })), balances: sumOf(balances.get(unit.id) ?? new Map()) });
  const ofUnits = filings.filter((filing) => unitIds.includes(filing.unitId));
  const vanishing = quartersAfter(ofUnits.map(asPeriod), closesOn).map(({ filing }) => filing);
  return {
    units,
    successor,
    unfinished: ofUnits.filter((one) => !vanishing.includes(one) && one.status !== 'approved' && one.status !== 'locked'),
    vanishing,
    balances,
    refusals: closingRefusals(
      facts,
      closesOn,
      successor ? await factsOf(reader, successor, { all, filings, closesOn }) : into === 'new' ? 'new' : null,
    ),
  };
}

function fail(): never {
  throw notFound();
}

function asPeriod(filing: Filing): Period & { filing: Filing } {
  return { year: filing.year, quarter: isQuarter(filing.quarter) ? filing.quarter : 4, filing };
}

async function factsOf(
  reader: Reader,
  unit: Unit,
  { all, filings, closesOn }: { all: readonly Unit[]; filings: readonly Filing[]; closesOn: Day },
) {
  const own = filings.filter((filing) => filing.unitId === unit.id).map(asPeriod);
  const later = new Set(quartersAfter(own, closesOn));
  const facts: FilingAtClosing[] = [];
  for (const one of own)
    facts.push({
      year: one.year,
      quarter: one.quarter,
      isInHand: !isSent(one.filing.status),
      isTouched: later.has(one) && (await isTouched(reader, one.filing)),
    });
  return {
    id: unit.id,
    name: unit.name,
    isGovernment: !isFiler(unit),
    opensOn: unit.opensOn,
    closesOn: unit.closesOn,
    below: all.filter((one) => one.parentId === unit.id && (one.closesOn === null || one.closesOn > closesOn)).map((one) => one.name),
    takesOver: (await listPredecessors(reader, [unit.id])).flatMap((one) =>
      one.closesOn === null ? [] : [{ name: one.name, closesOn: one.closesOn }],
    ),
    filings: facts,
  };
}

/** Whether anything was done in a filing that would be lost sight of. */
export async function isTouched(reader: Reader, filing: Filing): Promise<boolean> {
  return (
    filing.status !== 'open' ||
    filing.submissionNumber > 0 ||
    (await listFigures(reader, filing.id)).some((one) => one.figure.state !== 'not_filled') ||
    (await listDeclarations(reader, filing.id)).length > 0 ||
    (await listTexts(reader, filing.id)).some((text) => text.text !== '')
  );
}

/** The closings of the last quarter there is up to the day; where one is not filled yet, what it opened with. */
async function balancesOf(reader: Reader, filings: readonly Filing[], unit: Unit, closesOn: Day): Promise<Map<CellId, number>> {
  const own = filings.filter((filing) => filing.unitId === unit.id).map(asPeriod);
  const later = new Set(quartersAfter(own, closesOn));
  const last = own.filter((one) => !later.has(one)).at(-1);
  if (!last) return new Map();
  const { format, figures } = await loadFilingView(reader, last.filing, null);
  return new Map(
    leafCells(format).flatMap(({ id, opensFrom }): [CellId, number][] => {
      const value = opensFrom === undefined ? null : (numberAt(figures, opensFrom) ?? numberAt(figures, id));
      return value === null ? [] : [[id, value]];
    }),
  );
}

function sumOf(balances: ReadonlyMap<CellId, number>): number {
  return [...balances.values()].reduce((sum, value) => sum + value, 0);
}
