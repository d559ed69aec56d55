import {
  type BoardOf,
  type BoardSum,
  countBoard,
  countByPlace,
  countOpenRemarks,
  declaredAndWritten,
  type Filing,
  listExplanationsOf,
  listFilings,
  listIndicators,
  listMissing,
  listQuarters,
  listUnits,
  listYears,
  type MissingFiling,
  type PlaceCount,
  pageOfBoard,
  type Reader,
  type Unit,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { minQuarters } from '@/server/domain/checks/past/known-past';
import { daysOver, type Extension, type ExtensionAsk } from '@/server/domain/deadlines';
import { getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { type Day, dayAt, usualYear } from '@/server/domain/periods';
import { type Action, can } from '@/server/domain/permissions';
import type { BoardOrder, BoardShow, UnitKind } from '@/server/domain/units';
import { countMissing, fillPlace, findingObstacles, isSent, type ShownStatus, shownStatus } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { definitionOf, isAskedOf } from '@/server/views/filing-format';
import { loadFilingViews } from '@/server/views/filing-view';

/** One unit's quarter: how far it is, and what it lacks. */
export interface BoardCell {
  filingId: string;
  status: ShownStatus;
  /** Cells still to fill; 0 once it is out of the unit's hands. */
  missingCells: number;
  /** Must-fix findings that no signed exception covers; 0 while nothing was typed. */
  mustFix: number;
  /** Remarks the unit has not answered. */
  openRemarks: number;
  /** Days since it was due; 0 in time or out of the unit's hands. */
  daysOverdue: number;
  /** Null where nothing is to be said of it. */
  deadline: CellDeadline | null;
}

/** The due day of a quarter that is late for somebody who may give time, has a day of its own, or whose unit asks for one. */
export interface CellDeadline {
  dueOn: Day;
  extension: Extension | null;
  /** More time that the unit asks for, while the quarter is in its hands. */
  ask: ExtensionAsk | null;
  mayExtend: boolean;
}

export interface BoardRow {
  unitId: string;
  unitName: string;
  kind: UnitKind;
  /** By quarter, 1 to 4; null where there is no filing. */
  quarters: readonly (BoardCell | null)[];
}

/** How far some units are with a quarter. */
export interface BoardTally extends Pick<BoardSum, 'open' | 'returned' | 'waiting' | 'inReview' | 'done' | 'locked' | 'overdue'> {
  quarter: number;
  /** Filings; and units that exist in the quarter, whether or not they have one. */
  filings: number;
  of: number;
}

export interface BoardQuarter extends BoardTally {
  dueOn: Day;
  isOpen: boolean;
  /** Whose part is not approved, the overdue first, the first `maxNames` of them. */
  missing: readonly MissingFiling[];
}

export interface Board {
  years: readonly number[];
  year: number | null;
  /** The highest units it is of. */
  tops: readonly { id: string; name: string }[];
  quarters: readonly BoardQuarter[];
  /** The same by kind of unit, in the order of the board. */
  kinds: readonly { kind: UnitKind; units: number; quarters: readonly BoardTally[] }[];
  show: BoardShow;
  /** In which what is shown has to be so; null: in any. */
  quarter: number | null;
  order: BoardOrder;
  /** One page of the units. */
  rows: readonly BoardRow[];
  page: number;
  pages: number;
  /** Units on all pages. */
  of: number;
}

export interface BoardAsked {
  /** Null: the newest that has begun. */
  year: number | null;
  show?: BoardShow;
  quarter?: number;
  order?: BoardOrder;
  /** From 1. */
  page?: number;
}

export const unitsPerPage = 40;
const maxNames = 40;
const kindOrder: readonly UnitKind[] = ['office', 'department', 'street'];

/** What of a board is counted over all its units, and the filings of the page; what these lack is looked into one by one. */
export interface BoardFrame {
  board: Omit<Board, 'rows'>;
  units: readonly Omit<BoardRow, 'quarters'>[];
  filings: readonly Filing[];
  today: Day;
  /** Whose board it is: by them somebody may give a unit more time. */
  posts: Actor['posts'];
}

/**
 * Units × quarters of a year, for those the person may see. Everything that is told of all units is counted in the store; only the
 * quarters of the page that are still in their unit's hands are looked into.
 *
 * @throws Refused not_found (no post with a board)
 */
export async function loadBoard(
  reader: Reader,
  actor: Actor,
  asked: BoardAsked,
  { now, overlay }: { now: Date; overlay: Overlay | null },
): Promise<Board> {
  const frame = await loadBoardFrame(reader, actor, asked, dayAt(now));
  return boardOf(frame, await lacksOf(reader, inHand(frame.filings), overlay));
}

export async function loadBoardFrame(
  reader: Reader,
  actor: Actor,
  { year, show = 'all', quarter: ofQuarter, order = 'list', page = 1 }: BoardAsked,
  today: Day,
): Promise<BoardFrame> {
  const under = boardTops(await listUnits(reader), actor);
  if (under.length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const shown = year ?? usualYear(years, today);
  // Everything is so in every quarter.
  const quarter = show === 'all' ? null : (ofQuarter ?? null);
  const tops = under.map(({ id, name }) => ({ id, name }));
  const empty = { years, year: shown, tops, quarters: [], kinds: [], show, quarter, order, page: 1, pages: 1, of: 0 };
  if (shown === null) return { board: empty, units: [], filings: [], today, posts: actor.posts };
  const of: BoardOf = { year: shown, under: under.map((unit) => unit.path), today };
  const sums = await countBoard(reader, of);
  const asked = { ...of, show, quarter, order, limit: unitsPerPage };
  const first = await pageOfBoard(reader, { ...asked, offset: (page - 1) * unitsPerPage });
  const pages = Math.max(1, Math.ceil(first.of / unitsPerPage));
  const { units } = page <= pages ? first : await pageOfBoard(reader, { ...asked, offset: (pages - 1) * unitsPerPage });
  const filings = await listFilings(reader, { year: shown, unitIds: units.map((unit) => unit.unitId) });
  const quarters: BoardQuarter[] = [];
  for (const { quarter: at, dueOn, openedAt } of await listQuarters(reader, shown)) {
    const tally = tallyOf(sums, at);
    const isOpen = openedAt !== null;
    const missing = isOpen && tally.done < tally.of ? await listMissing(reader, { ...of, quarter: at, limit: maxNames }) : [];
    quarters.push({ ...tally, dueOn, isOpen, missing });
  }
  const kinds = kindOrder.flatMap((kind) => {
    const own = sums.filter((sum) => sum.kind === kind);
    if (own.length === 0) return [];
    return [{ kind, units: Math.max(...own.map((sum) => sum.units)), quarters: quarters.map(({ quarter }) => tallyOf(own, quarter)) }];
  });
  return {
    board: { ...empty, quarters, kinds, page: Math.min(page, pages), pages, of: first.of },
    units,
    filings,
    today,
    posts: actor.posts,
  };
}

/** The filings that are still in their unit's hands: of the others nobody asks what they lack. */
export function inHand(filings: readonly Filing[]): Filing[] {
  return filings.filter((filing) => !isSent(filing.status));
}

/** @param lacks of those that are in their unit's hands, by filing */
export function boardOf({ board, units, filings, today, posts }: BoardFrame, lacks: ReadonlyMap<string, Lacks>): Board {
  const at = new Map(
    filings.map((filing) => [`${filing.unitId} ${filing.quarter}`, cellOf(filing, lacks.get(filing.id), { today, posts })]),
  );
  return {
    ...board,
    rows: units.map(
      (unit): BoardRow => ({ ...unit, quarters: [1, 2, 3, 4].map((quarter) => at.get(`${unit.unitId} ${quarter}`) ?? null) }),
    ),
  };
}

function cellOf(filing: Filing, lacks: Lacks = nothingLacks, { today, posts }: Pick<BoardFrame, 'today' | 'posts'>): BoardCell {
  const status = shownStatus(filing.status, { ...lacks, missingCount: lacks.missingCells });
  const { missingCells, openRemarks, mustFix } = lacks;
  const daysOverdue = isSent(status) ? 0 : daysOver(filing.dueOn, today);
  const deadline = cellDeadline(filing, posts, daysOverdue > 0);
  return { filingId: filing.id, status, missingCells, openRemarks, mustFix, daysOverdue, deadline };
}

function cellDeadline(
  { unitPath, status, dueOn, extension, extensionAsk }: Filing,
  posts: Actor['posts'],
  isLate: boolean,
): CellDeadline | null {
  const ask = isSent(status) ? null : extensionAsk;
  const mayExtend = can(posts, 'deadline.extend', { unitPath, status }) === 'allowed';
  if (!ask && !extension && !(isLate && mayExtend)) return null;
  return { dueOn, extension, mayExtend, ask: ask && { until: ask.until, reason: ask.reason } };
}

/** The highest units the person has a board of. */
export function boardTops(units: readonly Unit[], actor: Actor): Unit[] {
  return topsFor(units, actor, 'board.read');
}

/** The highest units in which the person may do something. What is theirs in a unit is theirs in everything below it. */
export function topsFor(units: readonly Unit[], actor: Actor, action: Action): Unit[] {
  const seen = units.filter((unit) => can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed');
  const ids = new Set(seen.map((unit) => unit.id));
  return seen.filter((unit) => unit.parentId === null || !ids.has(unit.parentId));
}

function tallyOf(sums: readonly BoardSum[], quarter: number): BoardTally {
  const tally = { quarter, open: 0, returned: 0, waiting: 0, inReview: 0, done: 0, locked: 0, overdue: 0, filings: 0, of: 0 };
  for (const sum of sums) {
    if (sum.quarter !== quarter) continue;
    tally.open += sum.open;
    tally.returned += sum.returned;
    tally.waiting += sum.waiting;
    tally.inReview += sum.inReview;
    tally.done += sum.done;
    tally.locked += sum.locked;
    tally.overdue += sum.overdue;
    tally.filings += sum.filings;
    tally.of += sum.units;
  }
  return tally;
}

/** What a filing in its unit's hands lacks. */
export interface Lacks {
  filledCount: number;
  missingCells: number;
  hasText: boolean;
  openRemarks: number;
  mustFix: number;
  /** Its findings hang on what is approved of other units. */
  hasPeers: boolean;
}
const nothingLacks: Lacks = { filledCount: 0, missingCells: 0, hasText: false, openRemarks: 0, mustFix: 0, hasPeers: false };

/** What some filings of one year lack, by filing. Counts come from the store; the rules run on those that were begun. */
export async function lacksOf(reader: Reader, filings: readonly Filing[], overlay: Overlay | null): Promise<Map<string, Lacks>> {
  const counted = await countsOf(reader, filings);
  const found = await findMustFix(
    reader,
    filings.filter((filing) => (counted.get(filing.id)?.filledCount ?? 0) > 0),
    overlay,
  );
  return new Map([...counted].map(([id, counts]) => [id, { ...nothingLacks, ...counts, ...found.get(id) }]));
}

type Counts = Pick<Lacks, 'filledCount' | 'missingCells' | 'hasText' | 'openRemarks'>;

async function countsOf(reader: Reader, filings: readonly Filing[]): Promise<Map<string, Counts>> {
  const [one] = filings;
  if (!one) return new Map();
  const ids = filings.map((filing) => filing.id);
  const statutory = getFormat(one.format, one.rowVariant);
  const leaves = leafCells(statutory);
  const counts = await countByPlace(reader, ids, {
    apart: leaves.filter((cell) => fillPlace(cell) === cell.id).map((cell) => cell.id),
    leftOut: leaves.filter((cell) => cell.addsUp === 'opening').map((cell) => cell.id),
  });
  const remarks = await countOpenRemarks(reader, ids);
  const { declared, written } = await declaredAndWritten(reader, ids);
  const indicators = await listIndicators(reader, one.year);
  const byFiling = new Map<string, PlaceCount[]>();
  for (const count of counts) byFiling.set(count.filingId, [...(byFiling.get(count.filingId) ?? []), count]);
  return new Map(
    filings.map((filing): [string, Counts] => {
      const asked = indicators.filter((indicator) => isAskedOf(indicator, filing.unitId)).map(definitionOf);
      const own = byFiling.get(filing.id) ?? [];
      const ownDeclared = declared.get(filing.id) ?? new Set();
      const { missing } = countMissing({
        format: withIndicators(statutory, asked),
        counts: new Map(own.map((count) => [count.place, count])),
        powers: new Set(filing.powers),
        declared: ownDeclared,
      });
      return [
        filing.id,
        {
          filledCount: own.reduce((sum, count) => sum + count.filled + count.unreadable, ownDeclared.size),
          missingCells: missing,
          hasText: written.has(filing.id),
          openRemarks: remarks.get(filing.id) ?? 0,
        },
      ];
    }),
  );
}

/** Findings that stop a submit and that nobody has excepted, by filing. */
async function findMustFix(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
): Promise<Map<string, Pick<Lacks, 'mustFix' | 'hasPeers'>>> {
  const views = [...(await loadFilingViews(reader, filings, overlay)).values()];
  const stopped = views.filter(({ checkRun }) => checkRun.findings.some((finding) => finding.severity === 'must_fix'));
  const explanations = await listExplanationsOf(
    reader,
    'filing',
    stopped.map(({ filing }) => filing.id),
  );
  return new Map(
    views.map(({ filing, checkRun, past }) => {
      const obstacles = findingObstacles(checkRun.findings, explanations.get(filing.id) ?? []);
      const mustFix = obstacles.filter((obstacle) => obstacle.kind === 'must_fix').length;
      return [filing.id, { mustFix, hasPeers: past.quarters.length < minQuarters }];
    }),
  );
}
