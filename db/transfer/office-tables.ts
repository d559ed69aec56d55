import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as pg from '../schema/pg';
import * as sqlite from '../schema/sqlite';

/** How a column is called, and how its values go to a database and come from it. */
export interface TransferColumn {
  /** What both engines call it in the code. */
  key: string;
  name: string;
  isText: boolean;
  toDriver: (value: unknown) => unknown;
  fromDriver: (value: unknown) => unknown;
}

export interface TransferTable {
  name: string;
  columns: Record<'sqlite' | 'postgres', readonly TransferColumn[]>;
  /** Names of the columns that tell rows apart, in the order of the key. */
  key: readonly string[];
  /** So many rows are held at once: few where a row is a piece of a file. */
  rowsAtOnce: number;
  /** Tables whose rows its rows point at. */
  pointsAt: readonly string[];
}

/** Every table of an office, each after those it points at. A new one in the schema is among them by itself. */
export const officeTables: readonly TransferTable[] = inOrder(
  Object.entries(sqlite).map(([export_, table]): TransferTable => {
    const twin: unknown = (pg as Record<string, unknown>)[export_];
    if (!is(table, SQLiteTable) || !is(twin, PgTable)) throw new Error(`${export_} is not a table of both engines`);
    const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table);
    return {
      name,
      columns: { sqlite: columnsOf(getTableColumns(table)), postgres: columnsOf(getTableColumns(twin)) },
      key: (primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((column) => column.name),
      rowsAtOnce: Object.values(columns).some((column) => column.name === 'bytes') ? 16 : 1_000,
      pointsAt: foreignKeys.map((one) => getTableName(one.reference().foreignTable)),
    };
  }),
);

interface DrizzleColumn {
  name: string;
  dataType: string;
  mapToDriverValue: (value: never) => unknown;
  mapFromDriverValue: (value: never) => unknown;
}

function columnsOf(columns: Record<string, DrizzleColumn>): TransferColumn[] {
  return Object.entries(columns).map(([key, column]) => ({
    key,
    name: column.name,
    isText: column.dataType === 'string',
    toDriver: (value) => (value === null ? null : column.mapToDriverValue(value as never)),
    fromDriver: (value) => (value === null ? null : column.mapFromDriverValue(value as never)),
  }));
}

function inOrder(tables: readonly TransferTable[]): TransferTable[] {
  const ordered: TransferTable[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const next = [...left].find(({ pointsAt }) => ![...left].some(({ name }) => pointsAt.includes(name)));
    if (!next) throw new Error(`these tables point at each other: ${[...left].map(({ name }) => name).join(', ')}`);
    ordered.push(next);
    left.delete(next);
  }
  return ordered;
}
