import * as p from 'drizzle-orm/pg-core';
import * as s from 'drizzle-orm/sqlite-core';

/** Bytes, told as hex in lower case. */
const hex = { toDriver: (text: string | null) => (text === null ? null : Buffer.from(text, 'hex')) as Buffer, fromDriver: hexOf };

/**
 * One set of column builders per engine, with the same keys. Tables are written once against the SQLite types, which are
 * the canonical ones; the PostgreSQL builders are cast to them once, here.
 */
export const sqliteKit = {
  table: s.sqliteTable,
  text: (name: string) => s.text(name),
  oneOf: <const T extends [string, ...string[]]>(name: string, values: T) => s.text(name, { enum: values }),
  int: (name: string) => s.integer(name, { mode: 'number' }),
  /** Up to 2 thousand million, and up to 32 thousand: SQLite writes as many bytes as a number needs, PostgreSQL as many as its type has. */
  int32: (name: string) => s.integer(name, { mode: 'number' }),
  int16: (name: string) => s.integer(name, { mode: 'number' }),
  hex: s.customType<{ data: string; driverData: Buffer }>({ dataType: () => 'blob', ...hex }),
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
  int32: (name: string) => p.integer(name),
  int16: (name: string) => p.smallint(name),
  hex: p.customType<{ data: string; driverData: Buffer }>({ dataType: () => 'bytea', ...hex }),
  bool: (name: string) => p.boolean(name),
  at: (name: string) => p.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  json: (name: string) => p.jsonb(name),
  unique: (name: string) => p.uniqueIndex(name),
  index: (name: string) => p.index(name),
  pk: p.primaryKey,
} as unknown as Kit;

/** PostgreSQL writes bytes into JSON and into a dump as text. */
function hexOf(bytes: Buffer | string): string {
  return typeof bytes === 'string' ? bytes.replace(/^\\x/, '') : Buffer.from(bytes).toString('hex');
}
