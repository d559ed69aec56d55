export { maxWorkbookBytes } from './limits';
export { misfitOf, type Target, unmarkedSentence } from './misfit';
export * from './plan-choice';
export * from './plan-workbook';
export { isNumeric, plainEnds, shownText } from './shown-text';
export { type MarkedCell, type MarkReading, markRows, readMark, type WorkbookMark } from './workbook-mark';
export type { SheetCell, SheetFault, WorkbookSheet } from './workbook-sheet';
