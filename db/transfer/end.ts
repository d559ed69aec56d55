import type { TransferTable } from './office-tables';

/** A row as the program knows it, whatever the engine: by the names of the code, with dates, booleans and JSON as values. */
export type Row = Record<string, unknown>;

/** One end of a transfer: a database in one transaction, read and written whole. */
export interface End {
  /** Rows in the order of the key, by bytes: the same on both engines. */
  rows(table: TransferTable): AsyncIterable<Row>;
  insert(table: TransferTable, rows: readonly Row[]): Promise<void>;
  commit(): Promise<void>;
  /** What was not committed has not happened. */
  close(): Promise<void>;
}
