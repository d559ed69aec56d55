export * from './accept-previous';
export * from './check-report';
export * from './fits-report';
export * from './problem';
export * from './report-json';
export * from './to-report-json';
