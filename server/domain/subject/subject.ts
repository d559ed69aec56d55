import type { FigureBook } from '../figures';
import type { CellId, Format, Power, ProseKey, TextKey } from '../formats';
import type { Notes } from './notes';
import type { PastQuarters } from './past-quarters';
import type { StatedAdjustment } from './stated-adjustment';

/** must_fix stops submit and finalise unless a signed exception covers it; confirm needs a written 说明; hint asks nothing. */
export type Severity = 'must_fix' | 'confirm' | 'hint';

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
  /** Beside a filing: the unit's earlier quarters, and units like it. Null or absent: not known, and then no figure is unusual. */
  past?: PastQuarters | null;
}

/** Why a unit's opening is other than the closing it would follow. */
export interface RestatedNote {
  organ: string;
  was: number | null;
  is: number;
  reason: string;
}

export interface TextPlace {
  text: ProseKey;
  /** Half-open range of UTF-16 offsets in that text. */
  start: number;
  end: number;
  snippet: string;
}
