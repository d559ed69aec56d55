import {
  type BoardSum,
  countBoard,
  type Filing,
  findFilings,
  listFilings,
  listMissing,
  listQuarters,
  listUnits,
  listYears,
  type Reader,
  sumByUnit,
  type Unit,
  type Year,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { daysOver } from '@/server/domain/deadlines';
import { sumAt } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { applicantKinds } from '@/server/domain/formats/applicant-columns';
import { disputeBlocks } from '@/server/domain/formats/table-4-disputes';
import { type Day, dayAt, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import { reportCharts } from '@/server/domain/report/charts/report-charts';
import { type CountedRequests, requestBalance } from '@/server/domain/report/digest/request-balance';
import type { Scope } from '@/server/domain/subject';
import { largestChanges, type UnitChange } from '@/server/domain/trends';
import type { FilingStatus } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { pastYears } from '@/server/views/past-years';
import { isFiler } from '@/server/views/report-units';
import { inHand, lacksOf, topsFor } from './board';
import { loadKnownYear, type TrendSource } from './trends';

/** A year of what somebody answers for, on one page: a whole for who leads it, a unit for who leads that. */
export interface Overview {
  /** The highest units the person has an overview of; one of them is shown. */
  tops: readonly { id: string; name: string }[];
  unitId: string;
  organ: string;
  scope: Scope;
  years: readonly number[];
  /** Null: no year has been set up. */
  year: number | null;
  figures: OverviewFigures | null;
  quarters: readonly OverviewQuarter[];
  late: { count: number; first: readonly LateLine[] };
  /** Of the own unit; those of a whole stand on its board. */
  mustFix: readonly MustFixLine[];
  /** The units whose requests moved most against the same quarters of the year before. */
  changes: readonly (UnitChange & { unitName: string })[];
  /** The board is not everybody's. */
  hasBoard: boolean;
}

/** In cases; null is not known, which is not 0. */
export interface OverviewFigures extends CountedRequests {
  /** What they are of; never null where there are figures. */
  source: TrendSource;
  isPartial: boolean;
  /** Received and not answered yet, while 结转下年 is not known: 上年结转 + 新收 − 办结. */
  onHand: number | null;
  disputes: number | null;
  /** Those that are decided: known before it is known how many are pending at the end of the year. */
  decidedDisputes: number | null;
  /** Those of the 图解. */
  charts: readonly ReportChart[];
}

/** How many units are how far with a quarter. They add up to `of`. */
export interface OverviewQuarter {
  quarter: number;
  dueOn: Day;
  isOpen: boolean;
  of: number;
  done: number;
  /** With the office: submitted, or being reviewed. */
  waiting: number;
  returned: number;
  /** Being filled in, or not begun; without a filing among them. */
  inHand: number;
  /** Of those that the unit has to send. */
  overdue: number;
}

export interface LateLine {
  unitId: string;
  unitName: string;
  quarter: number;
  days: number;
  /** Null where there is none, or it is not the person's to read. */
  filing: { id: string; status: FilingStatus } | null;
}

/** Findings that have to be mended, in a quarter that is in its unit's hands. */
export interface MustFixLine {
  unitId: string;
  unitName: string;
  quarter: number;
  count: number;
  filingId: string;
}

export interface OverviewAsked {
  /** Null: the newest that has begun. */
  year: number | null;
  /** One of the tops; without it the first. */
  unitId?: string | undefined;
}

const maxLines = 10;
const receivedCells: readonly CellId[] = applicantKinds.map(({ key }): CellId => `s3.new_received.${key}`);
const disputeTotals: readonly CellId[] = disputeBlocks.map(({ key }): CellId => `s4.${key}.total`);
const decidedCells: readonly CellId[] = disputeBlocks.flatMap(({ key }) =>
  (['upheld', 'corrected', 'other'] as const).map((result): CellId => `s4.${key}.${result}`),
);

/**
 * The numbers are those of the trends and of the 图解, counts those of the board; nothing here is asked unit by unit.
 *
 * @throws Refused not_found (no post with an overview, or not of this unit)
 */
export async function loadOverview(
  reader: Reader,
  actor: Actor,
  { year: asked, unitId }: OverviewAsked,
  { now, overlay }: { now: Date; overlay: Overlay | null },
): Promise<Overview> {
  const today = dayAt(now);
  const units = await listUnits(reader);
  const tops = topsFor(units, actor, 'overview.read');
  const top = unitId === undefined ? tops[0] : tops.find((unit) => unit.id === unitId);
  if (!top) throw notFound();
  const years = await listYears(reader);
  const shown =
    asked ??
    usualYear(
      years.map((one) => one.year),
      today,
    );
  const year = years.find((one) => one.year === shown);
  const hasBoard = can(actor.posts, 'board.read', { unitPath: top.path, status: null }) === 'allowed';
  const head = {
    tops: tops.map(({ id, name }) => ({ id, name })),
    ...{ unitId: top.id, organ: top.name, scope: isFiler(top) ? ('own_organ' as const) : ('consolidated' as const) },
    ...{ years: years.map((one) => one.year), year: shown, hasBoard },
  };
  if (!year) return { ...head, figures: null, quarters: [], late: { count: 0, first: [] }, mustFix: [], changes: [] };
  const of = { year: year.year, under: [top.path], today };
  const sums = await countBoard(reader, of);
  const quarters = (await listQuarters(reader, year.year)).map((one) => quarterOf(one, sums));
  const below = units.filter((unit) => unit.path[top.path.length - 1] === top.id);
  return {
    ...head,
    figures: await figuresOf(reader, year, top, head.scope),
    quarters,
    late: { count: quarters.reduce((sum, one) => sum + one.overdue, 0), first: await latest(reader, actor, of, quarters) },
    mustFix: await mustFixOf(reader, year.year, top, overlay),
    changes: await changesOf(reader, year, { below, years }),
  };
}

function quarterOf(
  { quarter, dueOn, openedAt }: { quarter: number; dueOn: Day; openedAt: Date | null },
  sums: readonly BoardSum[],
): OverviewQuarter {
  const own = sums.filter((sum) => sum.quarter === quarter);
  const all = (key: 'units' | 'done' | 'waiting' | 'returned' | 'overdue') => own.reduce((sum, one) => sum + one[key], 0);
  const [of, done, waiting, returned] = [all('units'), all('done'), all('waiting'), all('returned')];
  return {
    quarter,
    dueOn,
    isOpen: openedAt !== null,
    of,
    done,
    waiting,
    returned,
    inHand: of - done - waiting - returned,
    overdue: all('overdue'),
  };
}

async function figuresOf(reader: Reader, year: Year, unit: Unit, scope: Scope): Promise<OverviewFigures | null> {
  const { format, figures, isPartial, source } = await loadKnownYear(reader, year, { unit, scope });
  if (!figures) return null;
  const balance = requestBalance(figures);
  const past = await pastYears(reader, { unitId: unit.id, year: year.year, scope });
  return {
    ...balance,
    ...{ source, isPartial },
    onHand: balance.carriedOut === null ? onHandOf(balance) : null,
    disputes: sumAt(figures, disputeTotals),
    decidedDisputes: sumAt(figures, decidedCells),
    charts: reportCharts({ format, year: year.year, figures, past, isSoFar: isPartial }),
  };
}

function onHandOf({ carriedIn, received, answered }: CountedRequests): number | null {
  return carriedIn === null || received === null || answered === null ? null : carriedIn + received - answered;
}

/** What is late, the longest first. */
async function latest(
  reader: Reader,
  actor: Actor,
  of: Parameters<typeof countBoard>[1],
  quarters: readonly OverviewQuarter[],
): Promise<LateLine[]> {
  const missing = [];
  for (const { quarter, overdue } of quarters)
    if (overdue > 0) missing.push(...(await listMissing(reader, { ...of, quarter, limit: Math.min(overdue, maxLines) })));
  const filings = await findFilings(
    reader,
    missing.flatMap(({ filingId }) => filingId ?? []),
  );
  return missing
    .map(({ unitId, unitName, quarter, filingId }): LateLine => {
      const filing = filings.get(filingId ?? '');
      const dueOn = filing?.dueOn ?? quarters.find((one) => one.quarter === quarter)?.dueOn ?? of.today;
      return { ...{ unitId, unitName, quarter, days: daysOver(dueOn, of.today) }, filing: filing ? readable(actor, filing) : null };
    })
    .sort((a, b) => b.days - a.days)
    .slice(0, maxLines);
}

function readable(actor: Actor, { id, status, unitPath }: Filing): LateLine['filing'] {
  return can(actor.posts, 'filing.read', { unitPath, status }) === 'allowed' ? { id, status } : null;
}

/** A whole has no quarters of its own. */
async function mustFixOf(reader: Reader, year: number, top: Unit, overlay: Overlay | null): Promise<MustFixLine[]> {
  if (!isFiler(top)) return [];
  const filings = inHand(await listFilings(reader, { year, unitIds: [top.id] }));
  const lacks = await lacksOf(reader, filings, overlay);
  return filings.flatMap(({ id, unitId, unitName, quarter }) => {
    const count = lacks.get(id)?.mustFix ?? 0;
    return count > 0 ? [{ unitId, unitName, quarter, count, filingId: id }] : [];
  });
}

/** From what is approved. */
async function changesOf(
  reader: Reader,
  { year }: Year,
  { below, years }: { below: readonly Unit[]; years: readonly Year[] },
): Promise<Overview['changes']> {
  if (!years.some((one) => one.year === year - 1)) return [];
  const names = new Map(below.map((unit) => [unit.id, unit.name]));
  const [now, before] = [await sumByUnit(reader, year, receivedCells), await sumByUnit(reader, year - 1, receivedCells)].map((sums) =>
    sums.filter((sum) => names.has(sum.unitId) && sum.known === receivedCells.length),
  );
  return largestChanges(now ?? [], before ?? [], maxLines).map((one) => ({ ...one, unitName: names.get(one.unitId) ?? '' }));
}
