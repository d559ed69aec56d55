import type { Reader } from '@/db/store';
import { rowsOf, type TableName } from '@/db/store/log-rows';
import type { Row } from './vouched-tables';

/** Where a difference is, in the words of the office; null where it does not apply or is not known. */
export interface DifferencePlace {
  unit: string | null;
  year: number | null;
  quarter: number | null;
  /** Practice never counts. */
  isPractice: boolean;
  cell: string | null;
}

const nowhere: DifferencePlace = { unit: null, year: null, quarter: null, isPractice: false, cell: null };

/** Tells of any row of the ledger where it is. */
export async function placesIn(read: Reader): Promise<(table: TableName, key: string, row: Row | undefined) => DifferencePlace> {
  const units = new Map((await rowsOf(read, 'units')).map((row) => [row.id, row.name as string]));
  const owners = new Map([...(await rowsOf(read, 'filings')), ...(await rowsOf(read, 'reports'))].map((row) => [row.id, row]));
  const unitOf = (id: unknown) => units.get(id) ?? (typeof id === 'string' ? id : null);
  return (table, key, row) => {
    const parts = key.split(' ');
    const owner = owners.get(row?.filingId ?? row?.reportId ?? row?.ownerId ?? parts[0]);
    const cell = cellIn(table, parts, row);
    if (owner)
      return {
        unit: unitOf(owner.unitId),
        year: owner.year as number,
        quarter: (owner.quarter as number | undefined) ?? null,
        isPractice: owner.isPractice === true,
        cell,
      };
    const year = row?.year ?? (table === 'openingBalances' || table === 'correctionSlips' ? Number(parts[1]) : null);
    const unitId = row?.unitId ?? (table === 'units' || table === 'openingBalances' || table === 'correctionSlips' ? parts[0] : null);
    return { ...nowhere, unit: unitOf(unitId), year: typeof year === 'number' ? year : null, cell };
  };
}

function cellIn(table: TableName, parts: readonly string[], row: Row | undefined): string | null {
  if (table === 'submissions') return parts[2] ?? null;
  if (table === 'checkedBooks') return parts[1] || null;
  if (typeof row?.cell === 'string') return row.cell;
  if (table === 'figures' || table === 'restatements') return parts[1] ?? null;
  return table === 'openingBalances' ? (parts[2] ?? null) : null;
}
