import type { NeutralCell, NeutralTable } from '../reading/statutory-places';

/** A sheet of a workbook as an importer gives it. */
export interface WorkbookSheet extends NeutralTable<SheetCell> {
  name: string;
  isHidden: boolean;
}

export interface SheetCell extends NeutralCell {
  /** `C5`: where a person finds it. */
  at: string;
  /** Why its text is none that a person could have meant; null: it is one. */
  fault: SheetFault | null;
  /** It holds a number, not words that look like one. */
  isNumber: boolean;
  /** What it was computed by; the text is what it showed last. */
  formula: string | null;
}

/** error_value: `#REF!` and its like. no_value: a formula that no program has reckoned yet. */
export type SheetFault = 'error_value' | 'no_value' | 'date' | 'boolean';
