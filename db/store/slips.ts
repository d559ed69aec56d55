import { and, asc, desc, eq, inArray, max, count as rows } from 'drizzle-orm';
import type { EventPayloads } from '@/server/domain/audit';
import type { SlipChange, SlipStatus } from '@/server/domain/corrections';
import { listEvents } from './events';
import { maxNamed } from './max-named';
import type { Reader, Tx } from './store';

/** 更正单: what a unit asks to change in quarters that are locked. */
export interface CorrectionSlip {
  id: string;
  unitId: string;
  year: number;
  number: number;
  status: SlipStatus;
  reason: string;
  changes: readonly SlipChange[];
  /** Content hash by quarter (`2026Q1`) of what the unit saw when it signed; null before. */
  seen: Readonly<Record<string, string>> | null;
  version: number;
  writtenBy: string;
  writtenAt: Date;
  signedBy: string | null;
  signedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionText: string | null;
}

export async function insertSlip(
  tx: Tx,
  slip: Pick<CorrectionSlip, 'id' | 'unitId' | 'year' | 'number' | 'reason' | 'changes' | 'writtenBy' | 'writtenAt'>,
): Promise<void> {
  await tx.db.insert(tx.t.correctionSlips).values({ ...slip, changes: [...slip.changes], status: 'draft', version: 1 });
}

/** Writes what a step changes. The caller has checked status and version inside the same transaction. */
export async function updateSlip(
  tx: Tx,
  id: string,
  change: Partial<Omit<CorrectionSlip, 'id' | 'unitId' | 'year' | 'number' | 'changes'>> & { changes?: readonly SlipChange[] },
): Promise<void> {
  const { changes, seen, ...rest } = change;
  await tx.db
    .update(tx.t.correctionSlips)
    .set({ ...rest, ...(changes ? { changes: [...changes] } : {}), ...(seen === undefined ? {} : { seen: seen && { ...seen } }) })
    .where(eq(tx.t.correctionSlips.id, id));
}

export async function findSlip(reader: Reader, id: string): Promise<CorrectionSlip | null> {
  const [row] = await reader.db.select().from(reader.t.correctionSlips).where(eq(reader.t.correctionSlips.id, id));
  return row ?? null;
}

export async function findSlipNumbered(
  reader: Reader,
  of: { unitId: string; year: number; number: number },
): Promise<CorrectionSlip | null> {
  const { correctionSlips: t } = reader.t;
  const [row] = await reader.db
    .select()
    .from(t)
    .where(and(eq(t.unitId, of.unitId), eq(t.year, of.year), eq(t.number, of.number)));
  return row ?? null;
}

/** The number of the unit's newest slip of a year; 0 before the first. */
export async function lastSlipNumber(reader: Reader, unitId: string, year: number): Promise<number> {
  const { t } = reader;
  const [row] = await reader.db
    .select({ last: max(t.correctionSlips.number) })
    .from(t.correctionSlips)
    .where(and(eq(t.correctionSlips.unitId, unitId), eq(t.correctionSlips.year, year)));
  return row?.last ?? 0;
}

/** The slips of some units, the newest year and number first. */
export async function listSlips(
  reader: Reader,
  filter: { unitIds: readonly string[]; year?: number; statuses?: readonly SlipStatus[] },
): Promise<CorrectionSlip[]> {
  if (filter.unitIds.length === 0) return [];
  const { t } = reader;
  const slips = await reader.db
    .select()
    .from(t.correctionSlips)
    .where(where(reader, filter))
    .orderBy(desc(t.correctionSlips.year), asc(t.correctionSlips.unitId), desc(t.correctionSlips.number));
  if (filter.unitIds.length <= maxNamed) return slips;
  const wanted = new Set(filter.unitIds);
  return slips.filter((slip) => wanted.has(slip.unitId));
}

/** How many slips of each unit are in a state. */
export async function countSlipsByUnit(reader: Reader, status: SlipStatus): Promise<Map<string, number>> {
  const { correctionSlips: table } = reader.t;
  const found = await reader.db
    .select({ unitId: table.unitId, slips: rows() })
    .from(table)
    .where(eq(table.status, status))
    .groupBy(table.unitId);
  return new Map(found.map(({ unitId, slips }) => [unitId, Number(slips)]));
}

function where({ t }: Reader, filter: { unitIds: readonly string[]; year?: number; statuses?: readonly SlipStatus[] }) {
  return and(
    ...(filter.unitIds.length > maxNamed ? [] : [inArray(t.correctionSlips.unitId, [...filter.unitIds])]),
    ...(filter.year === undefined ? [] : [eq(t.correctionSlips.year, filter.year)]),
    ...(filter.statuses ? [inArray(t.correctionSlips.status, [...filter.statuses])] : []),
  );
}

/** One correction of a filing by an accepted slip, as the event log tells it. */
export interface Correction {
  filingId: string;
  at: string;
  /** The slip's year and its number in the unit. */
  slipYear: number;
  slip: number;
  /** The closed unit whose slip it is, where the filing is its successor's; null: the slip is the filing's own unit's. */
  slipUnitId: string | null;
  /** The submission it made. */
  submissionNumber: number;
  changes: readonly { cell: string; before: string; after: string }[];
}

/** More than there ever are. */
const maxCorrections = 1_000_000;

/** The corrections of some filings, the oldest first. */
export async function listCorrections(reader: Reader, filingIds: readonly string[]): Promise<Correction[]> {
  if (filingIds.length === 0) return [];
  const found = await listEvents(reader, {
    objectType: 'filing',
    objectIds: filingIds,
    kinds: ['filing.corrected'],
    limit: maxCorrections,
  });
  return found.map(({ objectId: filingId, at, payload }) => {
    const { slip, year, number, changes, of } = payload as unknown as EventPayloads['filing.corrected'];
    return { filingId, at, slip, slipYear: year, slipUnitId: of?.unitId ?? null, submissionNumber: number, changes };
  });
}
