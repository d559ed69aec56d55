import { and, eq, inArray } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import { byOwner } from './by-owner';
import { maxNamed } from './max-named';
import type { Reader, Tx } from './store';

export interface OpeningBalance {
  cell: CellId;
  value: number;
  decimals: number;
  reason: string;
  setBy: string;
  setAt: Date;
}

export async function listOpeningBalances(reader: Reader, unitId: string, year: number): Promise<OpeningBalance[]> {
  const { t } = reader;
  const rows = await reader.db
    .select()
    .from(t.openingBalances)
    .where(and(eq(t.openingBalances.unitId, unitId), eq(t.openingBalances.year, year)));
  return rows.map(({ unitId: _unit, year: _year, ...balance }) => balance);
}

/** What was set for some units in a year, by unit. */
export async function openingBalancesOf(reader: Reader, unitIds: readonly string[], year: number): Promise<Map<string, OpeningBalance[]>> {
  if (unitIds.length === 0) return new Map();
  const { openingBalances: table } = reader.t;
  const isNamed = unitIds.length > maxNamed ? [] : [inArray(table.unitId, [...unitIds])];
  const rows = await reader.db
    .select()
    .from(table)
    .where(and(eq(table.year, year), ...isNamed));
  const wanted = new Set(unitIds);
  return byOwner(
    rows.filter((row) => wanted.has(row.unitId)),
    (row) => row.unitId,
    ({ unitId: _unit, year: _year, ...balance }) => balance,
  );
}

export async function upsertOpeningBalance(tx: Tx, unitId: string, year: number, balance: OpeningBalance): Promise<void> {
  const { openingBalances: table } = tx.t;
  const { cell, ...set } = balance;
  await tx.db
    .insert(table)
    .values({ unitId, year, cell, ...set })
    .onConflictDoUpdate({ target: [table.unitId, table.year, table.cell], set });
}
