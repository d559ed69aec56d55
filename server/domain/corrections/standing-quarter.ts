import type { Figure, FigureBook } from '../figures';
import {
  type CellId,
  type Format,
  type FormatId,
  getFormat,
  type Indicator,
  type Power,
  type RowVariant,
  withIndicators,
} from '../formats';
import type { QuarterSpan } from '../roll-up';
import type { PastQuarters } from '../subject';
import type { DeclarableSection, Explanation, FilingFacts, FilingStatus } from '../workflow';

/** One quarter of a unit as it stands, with all that a correction of it needs to know. Plain data: browser and server compute with the same. */
export interface StandingQuarter {
  filingId: string;
  organ: string;
  /** From the root to the unit whose quarter it is: who may write in it. */
  unitPath: readonly string[];
  /** The units that took that one over since it closed, one after the other: they write for it. */
  takenOverBy: readonly string[];
  year: number;
  quarter: number;
  status: FilingStatus;
  format: FormatId;
  rowVariant: RowVariant;
  /** The local indicators it was asked for. */
  indicators: readonly Indicator[];
  powers: readonly Power[];
  /** What stands in the cells, as typed. */
  raw: Readonly<Record<CellId, string>>;
  stored: Readonly<Record<CellId, Figure>>;
  declared: readonly DeclarableSection[];
  /** What it opens with now. */
  openings: Readonly<Record<CellId, Figure>>;
  /** Openings that follow no closing: restated with a reason, or set by the office. */
  fixedOpenings: readonly CellId[];
  restated: readonly CellId[];
  /** The leaves of its approved submission: what the year counts. Null while it is not approved. */
  counted: Readonly<Record<CellId, Figure>> | null;
  explanations: readonly Explanation[];
  /** What it is compared with, as when it was filed. */
  past: PastQuarters;
  /** The last quarter of a unit that nobody succeeds: it may close with nothing open. */
  endsUnsucceeded: boolean;
  /** Content hash of what stands. */
  hash: string;
}

/** A unit's quarters from the first of the slip's year on, in order; the years after it open with what this one closes with. */
export interface UnitBooks {
  quarters: readonly StandingQuarter[];
  /** The quarters the unit exists in, by year. */
  spans: Readonly<Record<number, QuarterSpan>>;
  /** The unit that opens with what this one closed with, from that quarter on. Null: nobody does. */
  successor: UnitBooks | null;
}

/** The quarters of a unit and then of its successors: every period once, because a successor's begin where the unit ends. */
export function quartersInReach({ quarters, successor }: UnitBooks): StandingQuarter[] {
  return [...quarters, ...(successor ? quartersInReach(successor) : [])];
}

/** The name of the successor whose quarter it is; null for the unit's own. */
export function successorOf(unit: UnitBooks, quarter: StandingQuarter): string | null {
  return unit.quarters.includes(quarter) ? null : quarter.organ;
}

/** Approved or locked: its figures count for the year. */
export function isSettled({ status }: Pick<StandingQuarter, 'status'>): boolean {
  return status === 'approved' || status === 'locked';
}

/** `2026Q1` */
export function periodKey({ year, quarter }: Pick<StandingQuarter, 'year' | 'quarter'>): string {
  return `${year}Q${quarter}`;
}

export function formatOf(quarter: Pick<StandingQuarter, 'format' | 'rowVariant' | 'indicators'>): Format {
  return withIndicators(getFormat(quarter.format, quarter.rowVariant), quarter.indicators);
}

/** The form of several quarters together: a local indicator may have been asked for in some of them only. */
export function formatOver(quarters: readonly StandingQuarter[]): Format | null {
  const [first] = quarters;
  const indicators = new Map(quarters.flatMap((quarter) => quarter.indicators.map((one) => [one.key, one])));
  return first ? formatOf({ ...first, indicators: [...indicators.values()] }) : null;
}

export function factsOf(quarter: StandingQuarter): FilingFacts {
  return {
    format: formatOf(quarter),
    stored: bookOf(quarter.stored),
    openings: bookOf(quarter.openings),
    powers: new Set(quarter.powers),
    declared: new Set(quarter.declared),
  };
}

export function bookOf(figures: Readonly<Record<CellId, Figure>>): FigureBook {
  return new Map(Object.entries(figures));
}
