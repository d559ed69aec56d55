import { type Day, isQuarterEnd, lastDay, nextPeriod, type Period, periodOf } from '../periods';

/** What a decision about closing needs to know of a filing of the unit, or of its successor. */
export interface FilingAtClosing extends Period {
  /** Something was typed, declared, written or submitted in it. */
  isTouched: boolean;
  /** With its clerk: not submitted yet, or returned. */
  isInHand: boolean;
}

export interface UnitAtClosing {
  id: string;
  name: string;
  isGovernment: boolean;
  opensOn: Day;
  closesOn: Day | null;
  /** Names of the living units directly below. */
  below: readonly string[];
  /** Names of closed or closing units that this one takes over, with the day they close. */
  takesOver: readonly { name: string; closesOn: Day }[];
  filings: readonly FilingAtClosing[];
}

export interface ClosingUnit extends UnitAtClosing {
  /** Balances above 0 that its last quarter closes with, as far as they are known. */
  balances: number;
}

/** Why units cannot be closed on a day, or not into this successor. */
export type ClosingRefusal =
  | { kind: 'no_units' }
  | { kind: 'not_a_quarter_end'; before: Day; after: Day }
  | { kind: 'government' | 'has_units_below' | 'leaves_balances'; unit: string; names: readonly string[] }
  | { kind: 'closed_already' | 'not_open_yet'; unit: string; day: Day }
  | { kind: 'takes_over_later'; unit: string; from: string; day: Day }
  | { kind: 'later_quarters_filled'; unit: string; periods: readonly Period[] }
  | { kind: 'succeeds_itself' | 'successor_is_government'; unit: string }
  | { kind: 'successor_closed' | 'successor_not_open_yet'; unit: string; day: Day }
  | { kind: 'successor_submitted'; unit: string; periods: readonly Period[] };

const isAfter = (a: Period, b: Period) => a.year * 4 + a.quarter > b.year * 4 + b.quarter;

/** The quarters of a unit that come after its last: they are nobody's any more. */
export function quartersAfter<F extends Period>(filings: readonly F[], closesOn: Day): F[] {
  return filings.filter((filing) => isAfter(filing, periodOf(closesOn)));
}

/**
 * Everything that speaks against closing units on a day. Figures are filed by quarter, so a unit closes with one; what it left
 * open needs somebody who takes it over; and nothing may move under a quarter that was submitted.
 *
 * @param successor null: nobody takes over; `new`: a unit that begins on the next day
 */
export function closingRefusals(units: readonly ClosingUnit[], closesOn: Day, successor: UnitAtClosing | 'new' | null): ClosingRefusal[] {
  if (units.length === 0) return [{ kind: 'no_units' }];
  if (!isQuarterEnd(closesOn)) return [notAQuarterEnd(closesOn)];
  return [
    ...units.flatMap((unit) => refusalsOf(unit, closesOn, successor !== null)),
    ...(successor === null || successor === 'new' ? [] : successorRefusals(units, closesOn, successor)),
  ];
}

function notAQuarterEnd(day: Day): ClosingRefusal {
  const { year, quarter } = periodOf(day);
  const before = quarter === 1 ? lastDay(year - 1, 4) : lastDay(year, quarter === 2 ? 1 : quarter === 3 ? 2 : 3);
  return { kind: 'not_a_quarter_end', before, after: lastDay(year, quarter) };
}

function refusalsOf(unit: ClosingUnit, closesOn: Day, hasSuccessor: boolean): ClosingRefusal[] {
  const { name } = unit;
  if (unit.isGovernment) return [{ kind: 'government', unit: name, names: [] }];
  if (unit.closesOn !== null) return [{ kind: 'closed_already', unit: name, day: unit.closesOn }];
  if (unit.opensOn > closesOn) return [{ kind: 'not_open_yet', unit: name, day: unit.opensOn }];
  const refusals: ClosingRefusal[] = [];
  if (unit.below.length > 0) refusals.push({ kind: 'has_units_below', unit: name, names: unit.below });
  for (const from of unit.takesOver)
    if (from.closesOn >= closesOn) refusals.push({ kind: 'takes_over_later', unit: name, from: from.name, day: from.closesOn });
  const filled = quartersAfter(unit.filings, closesOn).filter((filing) => filing.isTouched);
  if (filled.length > 0) refusals.push({ kind: 'later_quarters_filled', unit: name, periods: filled });
  if (!hasSuccessor && unit.balances > 0) refusals.push({ kind: 'leaves_balances', unit: name, names: [] });
  return refusals;
}

function successorRefusals(units: readonly ClosingUnit[], closesOn: Day, successor: UnitAtClosing): ClosingRefusal[] {
  const { name: unit } = successor;
  if (units.some((one) => one.id === successor.id)) return [{ kind: 'succeeds_itself', unit }];
  if (successor.isGovernment) return [{ kind: 'successor_is_government', unit }];
  if (successor.closesOn !== null && successor.closesOn <= closesOn) return [{ kind: 'successor_closed', unit, day: successor.closesOn }];
  const opens = nextPeriod(periodOf(closesOn));
  if (successor.opensOn > lastDay(opens.year, opens.quarter)) return [{ kind: 'successor_not_open_yet', unit, day: successor.opensOn }];
  const submitted = quartersAfter(successor.filings, closesOn).filter((filing) => !filing.isInHand);
  return submitted.length > 0 ? [{ kind: 'successor_submitted', unit, periods: submitted }] : [];
}
