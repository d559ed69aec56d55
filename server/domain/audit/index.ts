export * from './chain';
export * from './content-hash';
export * from './event';
export * from './quarter-period';
export * from './reading';
