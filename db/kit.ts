import * as p from 'drizzle-orm/pg-core';
import * as s from 'drizzle-orm/sqlite-core';

/**
 * One set of column builders per engine, with the same keys. Tables are written once against the SQLite types, which are
 * the canonical ones; the PostgreSQL builders are cast to them once, here.
 */
export const sqliteKit = {
  table: s.sqliteTable,
  text: (name: string) => s.text(name),
  oneOf: <const T extends [string, ...string[]]>(name: string, values: T) => s.text(name, { enum: values }),
  int: (name: string) => s.integer(name, { mode: 'number' }),
  bool: (name: string) => s.integer(name, { mode: 'boolean' }),
  at: (name: string) => s.integer(name, { mode: 'timestamp_ms' }),
  json: <T>(name: string) => s.text(name, { mode: 'json' }).$type<T>(),
  unique: (name: string) => s.uniqueIndex(name),
  index: (name: string) => s.index(name),
  pk: s.primaryKey,
};
export type Kit = typeof sqliteKit;

export const pgKit = {
  table: p.pgTable,
  text: (name: string) => p.text(name),
  oneOf: (name: string, values: [string, ...string[]]) => p.text(name, { enum: values }),
  int: (name: string) => p.bigint(name, { mode: 'number' }),
  bool: (name: string) => p.boolean(name),
  at: (name: string) => p.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  json: (name: string) => p.jsonb(name),
  unique: (name: string) => p.uniqueIndex(name),
  index: (name: string) => p.index(name),
  pk: p.primaryKey,
} as unknown as Kit;
