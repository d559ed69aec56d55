import {
  latestEvents,
  listCarriedParagraphsOf,
  listFilings,
  listReportsOf,
  listReportTextsOf,
  listYears,
  newestEditionHeads,
  type Reader,
  reportKey,
  type StoredIndicator,
  type Unit,
} from '@/db/store';
import { openParagraphs } from '@/server/domain/carrying';
import { type FigureBook, figureAt, isFilled, numberAt, printFigure } from '@/server/domain/figures';
import { type CellId, cellName, type FormatId, getFormat, leafCells, type RowVariant } from '@/server/domain/formats';
import { type Day, firstDay, isExpectedYear, lastDay, nextYear, type Quarter, quarters } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import type { Scope } from '@/server/domain/subject';
import { type Actor, notFound } from '@/server/views/access';
import type { CarryState } from '@/server/views/carried-indicators';
import { isFiler, spanOf } from '@/server/views/report-units';
import { type EditionToCarry, loadRollOverView, type RollOverView } from '@/server/views/roll-over-view';
import { type OpeningSums, sumOpenings, unitOpenings } from './opening-sums';

interface Named {
  unitId: string;
  name: string;
}

/** A cell whose published closing is another than what the ledger hands over. */
export interface OpeningDifference extends Named {
  edition: number;
  cells: readonly { cell: CellId; name: string; ledger: string; published: string }[];
}

/** What rolling a year over would find and make, before anything is done. */
export interface RollOverPlan {
  from: { year: number; format: FormatId; rowVariant: RowVariant };
  year: number;
  isThere: boolean;
  /** The year that comes next, where another one would be made: that is asked back. */
  expected: number | null;
  format: FormatId;
  rowVariant: RowVariant;
  quarters: readonly { quarter: Quarter; dueOn: Day; isOpened: boolean }[];
  /** The old year: reports of the whole without an edition, and quarters with units that are not approved. */
  withoutEdition: readonly Scope[];
  unfinished: readonly { quarter: Quarter; units: readonly Named[]; of: number }[];
  units: {
    filing: number;
    opened: readonly { name: string; opensOn: Day }[];
    closed: readonly { name: string; closesOn: Day; successor: string | null }[];
  };
  openings: {
    /** Units that stand on 1 January, and what each opens with that is above 0. */
    units: readonly (Named & { unknown: number; above: readonly { name: string; value: string }[] })[];
    sums: OpeningSums;
    differences: readonly OpeningDifference[];
  };
  indicators: readonly {
    key: string;
    name: string;
    unit: string;
    addsUp: StoredIndicator['addsUp'];
    askedOf: number | null;
    state: CarryState;
  }[];
  editions: readonly EditionToCarry[];
  /** Where 三员 are three people the page of years is somebody else's. */
  hasYearsPage: boolean;
}

/** @throws Refused not_found (no such year, or the whole is not the person's to manage) */
export async function loadRollOverPlan(reader: Reader, actor: Actor, from: number, today: Day): Promise<RollOverPlan> {
  const view = await requireView(reader, actor, from);
  const { root, year } = view;
  const books = await unitOpenings(reader, root, year);
  const format = getFormat(year.format, year.rowVariant);
  const cells = leafCells(format).filter((cell) => cell.opensFrom !== undefined);
  return {
    from: view.from,
    year: year.year,
    isThere: view.isThere,
    expected: view.isThere ? null : await otherThanExpected(reader, year.year, today),
    format: year.format,
    rowVariant: year.rowVariant,
    quarters: view.quarters,
    ...(await oldYear(reader, view)),
    units: unitsOf(view),
    openings: {
      units: books.map(({ unit, openings }) => ({
        unitId: unit.id,
        name: unit.name,
        unknown: cells.filter((cell) => cell.isPrinted && !isFilled(figureAt(openings, cell.id))).length,
        above: cells.flatMap((cell) => {
          const value = numberAt(openings, cell.id);
          return value ? [{ name: cellName(cell), value: printFigure(figureAt(openings, cell.id), cell) }] : [];
        }),
      })),
      sums: await sumOpenings(reader, root, year, books),
      differences: differencesOf(view, books),
    },
    indicators: view.indicators.map(({ indicator: { key, name, unit, addsUp, askedOf }, state }) => ({
      ...{ key, name, unit, addsUp, state },
      askedOf: askedOf?.length ?? null,
    })),
    editions: view.editions,
    hasYearsPage: can(actor.posts, 'year.manage', { unitPath: view.root.path, status: null }) === 'allowed',
  };
}

async function otherThanExpected(reader: Reader, year: number, today: Day): Promise<number | null> {
  const years = (await listYears(reader)).map((one) => one.year);
  return isExpectedYear(years, year, today) ? null : nextYear(years, today);
}

async function requireView(reader: Reader, actor: Actor, from: number): Promise<RollOverView> {
  const view = await loadRollOverView(reader, from);
  if (!view || can(actor.posts, 'year.roll_over', { unitPath: view.root.path, status: null }) !== 'allowed') throw notFound();
  return view;
}

async function oldYear(reader: Reader, { root, units, from }: RollOverView): Promise<Pick<RollOverPlan, 'withoutEdition' | 'unfinished'>> {
  const heads = await newestEditionHeads(reader, [from.year]);
  const withoutEdition = (['consolidated', 'own_organ'] as const).filter(
    (scope) => !heads.has(reportKey({ unitId: root.id, year: from.year, scope })),
  );
  const approved = new Set(
    (await listFilings(reader, { year: from.year, statuses: ['approved', 'locked'] })).map(
      (filing) => `${filing.unitId} ${filing.quarter}`,
    ),
  );
  return {
    withoutEdition,
    unfinished: quarters.map((quarter) => {
      const filing = units.filter((unit) => isFiler(unit) && standsIn(unit, from.year, quarter));
      const left = filing.filter((unit) => !approved.has(`${unit.id} ${quarter}`));
      return { quarter, of: filing.length, units: left.map(({ id, name }) => ({ unitId: id, name })) };
    }),
  };
}

function standsIn(unit: Unit, year: number, quarter: Quarter): boolean {
  return unit.opensOn <= lastDay(year, quarter) && (unit.closesOn === null || unit.closesOn >= firstDay(year, quarter));
}

function unitsOf({ units, from, year }: RollOverView): RollOverPlan['units'] {
  const filers = units.filter(isFiler);
  const since = `${from.year}-01-01`;
  return {
    filing: filers.filter((unit) => spanOf(unit, year.year) !== null).length,
    opened: filers.filter((unit) => unit.opensOn > since && spanOf(unit, year.year)).map(({ name, opensOn }) => ({ name, opensOn })),
    closed: filers.flatMap(({ name, closesOn, successorId, opensOn }) =>
      closesOn !== null && closesOn >= since && closesOn >= opensOn
        ? [{ name, closesOn, successor: units.find((unit) => unit.id === successorId)?.name ?? null }]
        : [],
    ),
  };
}

/** Where the ledger has no fourth quarter, the edition is what the openings follow and there is no difference. */
function differencesOf({ year, ownFigures }: RollOverView, books: readonly { unit: Unit; openings: FigureBook }[]): OpeningDifference[] {
  const format = getFormat(year.format, year.rowVariant);
  return books.flatMap(({ unit, openings }): OpeningDifference[] => {
    const published = ownFigures.get(unit.id);
    if (!published) return [];
    const cells = leafCells(format).flatMap((cell) => {
      const value = cell.opensFrom === undefined ? null : numberAt(published.figures, cell.opensFrom);
      if (value === null || cell.opensFrom === undefined || value === numberAt(openings, cell.id)) return [];
      const [ledger, said] = [figureAt(openings, cell.id), figureAt(published.figures, cell.opensFrom)];
      return [{ cell: cell.id, name: cellName(cell), ledger: printFigure(ledger, cell), published: printFigure(said, cell) }];
    });
    return cells.length > 0 ? [{ unitId: unit.id, name: unit.name, edition: published.edition, cells }] : [];
  });
}

/** A year that was rolled over: what was made, and what is left to do in it. */
export interface RolledOverYear {
  year: number;
  from: number;
  hasYearsPage: boolean;
  /** The newest first. */
  acts: readonly { at: string; by: string; openings: number; indicators: number; paragraphs: number }[];
  left: {
    carried: readonly (Named & { scope: Scope; paragraphs: number; oldYears: readonly number[] })[];
    unknownOpenings: readonly Named[];
    unfinished: RollOverPlan['unfinished'];
    withoutEdition: readonly Scope[];
    notOpened: readonly { quarter: Quarter; dueOn: Day }[];
  };
}

const maxActs = 20;

/** @throws Refused not_found (the year was never rolled over to, or is not the person's to manage) */
export async function loadRolledOverYear(reader: Reader, actor: Actor, year: number, today: Day): Promise<RolledOverYear> {
  const events = await latestEvents(reader, {
    objectType: 'year',
    objectId: String(year),
    kindPrefix: 'year.rolled_over',
    limit: maxActs,
  });
  if (events.length === 0) throw notFound();
  const plan = await loadRollOverPlan(reader, actor, year - 1, today);
  return {
    year,
    from: year - 1,
    hasYearsPage: plan.hasYearsPage,
    acts: events.map(({ at, actorName, payload }) => {
      const made = payload as { openings: number; indicators: number; paragraphs: number };
      return { at, by: actorName ?? '', openings: made.openings, indicators: made.indicators, paragraphs: made.paragraphs };
    }),
    left: {
      carried: await openCarriedOf(reader, plan),
      unknownOpenings: plan.openings.units.filter((unit) => unit.unknown > 0).map(({ unitId, name }) => ({ unitId, name })),
      unfinished: plan.unfinished.filter((one) => one.units.length > 0),
      withoutEdition: plan.withoutEdition,
      notOpened: plan.quarters.filter((one) => !one.isOpened).map(({ quarter, dueOn }) => ({ quarter, dueOn })),
    },
  };
}

async function openCarriedOf(reader: Reader, plan: RollOverPlan): Promise<RolledOverYear['left']['carried']> {
  const reports = new Map((await listReportsOf(reader, [plan.year])).map((report) => [reportKey(report), report.id]));
  const idOf = ({ unitId, scope }: EditionToCarry) => reports.get(reportKey({ unitId, year: plan.year, scope }));
  const ids = plan.editions.flatMap((edition) => idOf(edition) ?? []);
  const carried = await listCarriedParagraphsOf(reader, ids);
  const texts = await listReportTextsOf(reader, ids);
  return plan.editions.flatMap((edition) => {
    const { unitId, organ: name, scope, paragraphs } = edition;
    const id = idOf(edition) ?? '';
    const open = openParagraphs(
      (carried.get(id) ?? []).map((one) => ({ ...one, isConfirmed: one.confirmedAt !== null })),
      Object.fromEntries((texts.get(id) ?? []).map((text) => [text.key, text.text])),
    );
    if (open.length === 0) return [];
    const old = paragraphs.filter((one) => open.some((other) => other.text === one.stored)).flatMap((one) => one.oldYears);
    return [{ unitId, name, scope, paragraphs: open.length, oldYears: [...new Set(old)].sort((a, b) => a - b) }];
  });
}
