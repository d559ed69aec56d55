export * from './notes';
export * from './report-key';
export * from './stated-adjustment';
export * from './subject';
