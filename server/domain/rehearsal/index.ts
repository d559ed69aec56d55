export { compareReport, type Difference, type ReportComparison } from './compare';
export { type CompleteReport, completeReport } from './complete-report';
export type { SplitNote } from './notes-on';
export { type SplitFigures, type SplitReport, type SplitUnit, splitReport, usualUnitCount } from './split-report';
