import { type Page, pageOf as partOf } from '@/server/domain/paging';
import { mostNames, type SomeNames, someNames } from '@/server/domain/some-names';
import type { Scope } from '@/server/domain/subject';
import type { EditionToCarry } from '@/server/views/roll-over-view';
import { type ShownOpeningSums, shownSums } from './opening-sums';
import type { OpeningDifference, RolledOverYear, RollOverPlan } from './roll-over';

/** Which pages of its long lists are wanted; from 1, the first where nothing is said. */
export interface RollOverAsked {
  units?: number | undefined;
  differences?: number | undefined;
  editions?: number | undefined;
}

/** A page of a long list, and where it is. */
export interface PageOf<T> extends Page {
  lines: readonly T[];
}

/** A paragraph as the act names it. */
export interface ParagraphKey {
  unitId: string;
  scope: Scope;
  edition: number;
  index: number;
}

type Plan = RollOverPlan;

/** The plan as the page shows it: its lists over all units in pages, everything that is counted over all of them. */
export interface RollOverPage extends Omit<Plan, 'unfinished' | 'openings' | 'editions'> {
  unfinished: readonly (SomeNames & { quarter: Plan['unfinished'][number]['quarter']; of: number })[];
  openings: {
    known: number;
    of: number;
    /** Units of whose openings some are not known. */
    unknown: { count: number; first: readonly { name: string; unknown: number }[] };
    units: PageOf<Plan['openings']['units'][number]>;
    sums: ShownOpeningSums;
    differences: PageOf<OpeningDifference>;
  };
  /** The reports of the whole, then a page of the units' own. */
  editions: { ofWhole: readonly EditionToCarry[]; ofUnits: PageOf<EditionToCarry> };
  /** What is proposed of the texts: the preambles of all reports that are not final and do not have them. */
  usualParagraphs: readonly ParagraphKey[];
}

/** What a roll-over left to do, its long lists in pages or counted. */
export interface RolledOverPage extends Omit<RolledOverYear, 'left'> {
  left: Omit<RolledOverYear['left'], 'carried' | 'unknownOpenings' | 'unfinished'> & {
    carried: PageOf<RolledOverYear['left']['carried'][number]>;
    unknownOpenings: { count: number; first: RolledOverYear['left']['unknownOpenings'] };
    unfinished: readonly { quarter: RolledOverYear['left']['unfinished'][number]['quarter']; count: number }[];
  };
}

export function rolledOverPage({ left, ...rest }: RolledOverYear, asked: number): RolledOverPage {
  const { carried, unknownOpenings, unfinished, ...others } = left;
  return {
    ...rest,
    left: {
      ...others,
      carried: pageOf(carried, asked, perPage.carried),
      unknownOpenings: { count: unknownOpenings.length, first: unknownOpenings.slice(0, mostNames) },
      unfinished: unfinished.map(({ quarter, units }) => ({ quarter, count: units.length })),
    },
  };
}

const perPage = { units: 30, differences: 10, editions: 10, carried: 50 } as const;
const namesOfUnknown = 30;

function pageOf<T>(all: readonly T[], asked: number | undefined, perPage: number): PageOf<T> {
  const { lines, at } = partOf(all, asked, perPage);
  return { ...at, lines };
}

export function rollOverPage(plan: Plan, asked: RollOverAsked): RollOverPage {
  const { openings, editions, unfinished, ...rest } = plan;
  const unknown = openings.units.filter((unit) => unit.unknown > 0);
  const filers = new Set(openings.units.map((unit) => unit.unitId));
  // The unit with a consolidated report; the units' own come after it.
  const whole = editions.find((edition) => !filers.has(edition.unitId))?.unitId;
  return {
    ...rest,
    unfinished: unfinished.map(({ quarter, of, units }) => ({ quarter, of, ...someNames(units.map((unit) => unit.name)) })),
    openings: {
      known: openings.units.length - unknown.length,
      of: openings.units.length,
      unknown: {
        count: unknown.length,
        first: unknown.slice(0, namesOfUnknown).map((unit) => ({ name: unit.name, unknown: unit.unknown })),
      },
      units: pageOf(openings.units, asked.units, perPage.units),
      sums: shownSums(openings.sums),
      differences: pageOf(openings.differences, asked.differences, perPage.differences),
    },
    editions: {
      ofWhole: editions.filter((edition) => edition.unitId === whole),
      ofUnits: pageOf(
        editions.filter((edition) => edition.unitId !== whole),
        asked.editions,
        perPage.editions,
      ),
    },
    usualParagraphs: editions.flatMap(({ unitId, scope, edition, isFinal, paragraphs }) =>
      isFinal
        ? []
        : paragraphs
            .filter((one) => one.key === 'preamble' && !one.isThere)
            .map(({ index }): ParagraphKey => ({ unitId, scope, edition, index })),
    ),
  };
}
