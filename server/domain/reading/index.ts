export * from './accept-previous';
export * from './check-report';
export * from './fits-report';
export * from './problem';
export * from './report-bytes';
export { type ParsedReport, parseReportJson, type ReadReport } from './report-json';
export * from './to-report-json';
