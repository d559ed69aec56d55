/**
 * The contract of a check.
 *
 * A check looks at one subject (a filing, or a report) and says three things: what it found wrong, how many identities
 * held, and which it could not look at because a figure is not known. It never throws and never stops at the first
 * finding. "Not checkable" is its own verdict and is never shown as passed.
 *
 * To add one: a file `rules/<rule-id>.ts` that exports a `Check`, its test beside it, one line in `pack.ts`.
 */
import type { FigureBook } from '../figures';
import type { CellId, Format, Power, ProseKey, TextKey } from '../formats';
import type { Notes } from '../report/notes';
import type { StatedAdjustment } from '../report/stated-adjustment';
import type { Identity } from './identity';

/** must_fix stops submit and finalise unless a signed exception covers it; confirm needs a written 说明; hint asks nothing. */
export type Severity = 'must_fix' | 'confirm' | 'hint';

export interface Sentence {
  zh: string;
  en: string;
}

export type Texts = Partial<Record<TextKey, string>>;

/** own_organ: 本机关, business done in the organ's own name. consolidated: 汇总, a unit and all below it. Never mixed. */
export type Scope = 'own_organ' | 'consolidated';

/** What a published or assembled report says. `figures` holds what was printed, computed cells as stated. */
export interface ReportContent {
  organ: string;
  year: number;
  scope: Scope;
  figures: FigureBook;
  texts: Texts;
  /** Signed lines between what the quarters add up to and what is printed; absent when there are none. */
  adjustments?: readonly StatedAdjustment[];
  /** What is printed below a table (as prose, like the texts) or behind a figure; absent when nothing is. */
  notes?: Notes;
}

export interface CheckSubject extends ReportContent {
  /** filing: a unit's quarter. report: read from outside. edition: about to be finalised by us. */
  kind: 'filing' | 'report' | 'edition';
  format: Format;
  quarter: number | null;
  /** The period just before this filing: last quarter, or last year for the first quarter. Null when there is none or it is not known. */
  before: FigureBook | null;
  /** Last year's published report of the same organ and scope, when it is at hand. */
  lastYear: ReportContent | null;
  /**
   * Beside last year's report: what closed units outside it handed over since, by closing cell; negative where more was handed out.
   * Absent when nothing was.
   */
  takenOver?: FigureBook | null;
  /**
   * Beside last year's report: what its units restated in their first openings. `amounts` by opening cell, what counts less what would
   * have followed, negative where it became less; absent where that is not known. Null or absent when nothing was restated.
   */
  restatedBy?: { amounts: FigureBook; notes: ReadonlyMap<CellId, readonly RestatedNote[]> } | null;
  /** Opening cells whose difference to the closing before has been restated with a reason (F7). */
  restated: ReadonlySet<CellId>;
  /** Null: not known (a report from outside). */
  powers: ReadonlySet<Power> | null;
  /** Σ of the units below, for a whole that was imported or adjusted; null when there is nothing to compare with. */
  unitSum: FigureBook | null;
  /** Beside `unitSum`: what signed lines add to it, by cell; absent when there are none. */
  adjusted?: FigureBook | null;
  /** Units of the list without an approved filing; null when the subject is no roll-up. */
  missingUnits: readonly string[] | null;
  /** The approved quarters from the first on, for an annual subject; what its figures must add up to. */
  quarters?: readonly FigureBook[] | null;
  /** The own-organ report of the office of the same year, which is one unit of a consolidated subject. */
  ownOrgan?: FigureBook | null;
  /** Whether table 四 counts cases carried over from last year (the 口径 of the organ). Null or absent: not known. */
  carriedCasesIncluded?: boolean | null;
}

/** Why a unit's opening is other than the closing it would follow. */
export interface RestatedNote {
  organ: string;
  was: number | null;
  is: number;
  reason: string;
}

export interface FindingDraft {
  /** Every cell that takes part, the suspicious one first. */
  cells: readonly CellId[];
  /** For text: the snippet and where it stands. */
  place?: TextPlace | null;
  left: string | number | null;
  right: string | number | null;
  difference: string | number | null;
  message: Sentence;
  /** Overrides the check's severity when this finding weighs less or more (say why where it is set). */
  severity?: Severity;
  /** The broken identity, when the rule is one: what folding and repair hints reckon with. */
  identity?: Identity;
}

export interface TextPlace {
  text: ProseKey;
  /** Half-open range of UTF-16 offsets in that text. */
  start: number;
  end: number;
  snippet: string;
}

/**
 * cell: one figure is other than it should be. followed: one figure, and the totals that were summed up from it.
 * move: a count stands one row or column off. total_left_at_zero, digit_swap: a cell whose change looks like that slip.
 */
export type RepairKind = 'cell' | 'followed' | 'move' | 'total_left_at_zero' | 'digit_swap';

export interface Repair {
  kind: RepairKind;
  /** 1 is the smallest change. Hints of one rank are equally likely; their order says nothing. */
  rank: number;
  /** The change of cells that would satisfy every identity. Never applied by itself. */
  changes: readonly { cell: CellId; from: number | null; to: number }[];
  message: Sentence;
}

export interface Finding extends Omit<FindingDraft, 'identity'> {
  rule: string;
  severity: Severity;
  place: TextPlace | null;
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
  format?: '2021' | '2019';
  /** What the rule says of it, where that is not what the example's place says (a blank one: not checkable). */
  verdict?: 'passed' | 'found' | 'not_checkable' | 'not_applied';
}

export interface Check {
  /** The file name; outlives every rewording. */
  id: string;
  /** What must hold, in one plain sentence. */
  sentence: Sentence;
  /** For reading: `new_received + carried_in = result_total + carried_out`. */
  formula?: string;
  severity: Severity;
  source: string;
  /** Which subjects it is run on. */
  appliesTo: (subject: CheckSubject) => boolean;
  run: (subject: CheckSubject) => CheckResult;
  /** Identities of this rule that a repair hint has to satisfy. Left out where the rule is too often broken in print to be trusted. */
  identities?: (subject: CheckSubject) => readonly Identity[];
  examples: { passing: CheckExample; failing: CheckExample; blank: CheckExample };
}
