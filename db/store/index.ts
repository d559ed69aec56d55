/** The only place with SQL. Nothing outside `db/` knows which engine runs. Opening a store is `./open-store`. */
export * from './cell-history';
export * from './changes';
export * from './checked-figures';
export * from './events';
export * from './figures';
export * from './filing-parts';
export * from './filings';
export * from './indicators';
export * from './openings';
export * from './people';
export * from './periods';
export * from './reports';
export * from './rule-notes';
export * from './sessions';
export * from './settings';
export type { Reader, Store, Tx } from './store';
export * from './submissions';
export * from './units';
