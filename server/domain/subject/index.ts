export * from './notes';
export * from './past-quarters';
export * from './report-key';
export * from './stated-adjustment';
export * from './subject';
