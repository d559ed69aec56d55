import { canonicalJson } from '../content-hash';
import type { ReplayedRow, Said } from './replay-book';

export interface ColumnDifference {
  column: string;
  stored: unknown;
  replayed: unknown;
}

/** How far a stored moment may be from that of its event. */
const withinMs = 60_000;

/**
 * A stored row against what the log says of it. Columns of which the log says nothing are not looked at, and neither are those the row is not
 * asked for.
 *
 * @param stored the row, as the log would say it
 */
export function compareRow(
  stored: Readonly<Record<string, unknown>>,
  said: Pick<ReplayedRow, 'columns'>,
  digest: (text: string) => string,
): ColumnDifference[] {
  const differences: ColumnDifference[] = [];
  for (const [column, wanted] of said.columns) {
    if (!(column in stored)) continue;
    const value = stored[column];
    if (!agrees(value, wanted, digest)) differences.push({ column, stored: shown(value), replayed: shownSaid(wanted) });
  }
  return differences;
}

function agrees(value: unknown, wanted: Said, digest: (text: string) => string): boolean {
  if ('near' in wanted) return value instanceof Date && Math.abs(value.getTime() - Date.parse(wanted.near)) <= withinMs;
  if ('digest' in wanted) return typeof value === 'string' && digest(value) === wanted.digest;
  if ('oneOf' in wanted) return wanted.oneOf.some((one) => same(value, one));
  return same(value, wanted.is);
}

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return canonicalJson(one) === canonicalJson(other);
}

function shown(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no time' : value.toISOString();
  return typeof value === 'string' && value.length > 200 ? `${value.slice(0, 60)}…` : value;
}

function shownSaid(said: Said): unknown {
  if ('near' in said) return said.near;
  if ('digest' in said) return said.start;
  return 'oneOf' in said ? said.oneOf : shown(said.is);
}
