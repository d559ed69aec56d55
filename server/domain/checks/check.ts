/**
 * The contract of a check.
 *
 * A check looks at one subject (a filing, or a report) and says three things: what it found wrong, how many identities
 * held, and which it could not look at because a figure is not known. It never throws and never stops at the first
 * finding. "Not checkable" is its own verdict and is never shown as passed.
 *
 * To add one: a file `rules/<rule-id>.ts` that exports a `Check`, its test beside it, one line in `pack.ts`.
 */
import type { CellId, Power, RowVariant } from '../formats';
import type { Sentence } from '../sentence';
import type { CheckSubject, Notes, Severity, TextPlace, Texts } from '../subject';
import type { Identity } from './identity';

export interface FindingDraft {
  /** Every cell that takes part, the suspicious one first. */
  cells: readonly CellId[];
  /** For text: the snippet and where it stands. */
  place?: TextPlace | null;
  /** For text: what may stand in place of the snippet, where that is certain; an empty one takes it out. */
  replacement?: string;
  left: string | number | null;
  right: string | number | null;
  difference: string | number | null;
  message: Sentence;
  /** Where this finding weighs otherwise than its check: one of those the check's `weighsOtherwise` states, or it weighs as the check. */
  weighsAs?: Severity;
  /** The broken identity, when the rule is one: what folding and repair hints compute with. */
  identity?: Identity;
}

/**
 * cell: one figure is other than it should be. followed: one figure, and the totals that were summed up from it.
 * move: a count stands one row or column off. rows: two whole rows stand in each other's place. total_left_at_zero, digit_swap: a cell whose change looks like that slip.
 */
export type RepairKind = 'cell' | 'followed' | 'move' | 'rows' | 'total_left_at_zero' | 'digit_swap';

export interface Repair {
  kind: RepairKind;
  /** 1 is the smallest change. Hints of one rank are equally likely; their order says nothing. */
  rank: number;
  /** The change of cells that would satisfy every identity. Never applied by itself. */
  changes: readonly { cell: CellId; from: number | null; to: number }[];
  message: Sentence;
}

export interface Finding extends Omit<FindingDraft, 'identity' | 'weighsAs'> {
  rule: string;
  severity: Severity;
  place: TextPlace | null;
  /** Where the same stands again: one card for all of them, answered together. The first is `place`; absent when it stands once. */
  furtherPlaces?: readonly TextPlace[];
  source: string;
  repair: readonly Repair[];
  /** Findings that follow from the same root cause, folded under this one. */
  consequences: readonly Finding[];
  /** Hash-free identity of the values this finding is about; an explanation or exception is bound to it and lapses when it changes. */
  boundTo: string;
}

export interface CheckResult {
  findings: FindingDraft[];
  /** How many identities were looked at and held. */
  passed: number;
  /** Identities that could not be looked at, with the cells that are not known. */
  notCheckable: { cells: readonly CellId[]; why: Sentence }[];
}

/** A small subject written as data: figures by cell id (counts as numbers, money as printed), texts, what differs from the default. */
export interface CheckExample {
  title: string;
  figures?: Record<CellId, number | string | 'not_applicable'>;
  texts?: Texts;
  before?: Record<CellId, number | string>;
  lastYear?: { figures?: Record<CellId, number | string>; texts?: Texts };
  subject?: Partial<Pick<CheckSubject, 'kind' | 'year' | 'quarter' | 'scope' | 'organ' | 'missingUnits'>> & {
    powers?: readonly Power[];
    restated?: readonly CellId[];
    unitSum?: Record<CellId, number | string>;
    adjusted?: Record<CellId, number | string>;
    notes?: Notes;
    quarters?: readonly Record<CellId, number | string>[];
    ownOrgan?: Record<CellId, number | string>;
    carriedCasesIncluded?: boolean;
  };
  /** The quarters just before this one, by cell, the oldest first; and the same quarter in units of the same kind. */
  past?: Record<CellId, readonly (number | string)[]>;
  peers?: Record<CellId, readonly (number | string)[]>;
  format?: '2021' | '2019';
  /** Other rows of （六）其他处理 than the format has. */
  rowVariant?: RowVariant;
  /** What the rule says of it, where that is not what the example's place says (a blank one: not checkable). */
  verdict?: 'passed' | 'found' | 'not_checkable' | 'not_applied';
}

export interface Otherwise {
  severity: Severity;
  when: Sentence;
  example: CheckExample;
}

export interface Check {
  /** The file name; outlives every rewording. */
  id: string;
  /** What must hold, in one plain sentence. */
  sentence: Sentence;
  /** For reading: `new_received + carried_in = result_total + carried_out`. */
  formula?: string;
  severity: Severity;
  /** Where a finding of this rule weighs otherwise, and why, with an example: what docs/rules.md says beside its severity. */
  weighsOtherwise?: readonly Otherwise[];
  source: string;
  /** Which subjects it is run on. */
  appliesTo: (subject: CheckSubject) => boolean;
  run: (subject: CheckSubject) => CheckResult;
  /** Identities of this rule that a repair hint has to satisfy. Left out where the rule is too often broken in print to be trusted. */
  identities?: (subject: CheckSubject) => readonly Identity[];
  examples: { passing: CheckExample; failing: CheckExample; blank: CheckExample };
}

/** How much a finding weighs: as its rule says, or as the rule says it may. */
export function severityOf({ severity, weighsOtherwise = [] }: Pick<Check, 'severity' | 'weighsOtherwise'>, draft: FindingDraft): Severity {
  return weighsOtherwise.find((other) => other.severity === draft.weighsAs)?.severity ?? severity;
}
