import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { byOwner } from './by-owner';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

/** What stands in one cell of one filing: as typed, as read, since when, by whom. */
export interface StoredFigure {
  cell: CellId;
  raw: string;
  figure: Figure;
  version: number;
  savedBy: string;
  savedAt: Date;
}

export async function findFigure(reader: Reader, filingId: string, cell: CellId): Promise<StoredFigure | null> {
  const query = prepared(reader, 'figures.find', ({ db, t }) =>
    db
      .select()
      .from(t.figures)
      .where(and(eq(t.figures.filingId, sql.placeholder('filingId')), eq(t.figures.cell, sql.placeholder('cell')))),
  );
  const [row] = await query.execute({ filingId, cell });
  return row ? toStored(row) : null;
}

export async function listFigures(reader: Reader, filingId: string): Promise<StoredFigure[]> {
  const found = await reader.db
    .select()
    .from(reader.t.figures)
    .where(eq(reader.t.figures.filingId, filingId))
    .orderBy(asc(reader.t.figures.cell));
  return found.map(toStored);
}

/** What stands in some filings, by filing; one in which nothing was typed is absent. */
export async function listFiguresOf(reader: Reader, filingIds: readonly string[]): Promise<Map<string, StoredFigure[]>> {
  if (filingIds.length === 0) return new Map();
  const { figures } = reader.t;
  const found = await reader.db
    .select()
    .from(figures)
    .where(inArray(figures.filingId, [...filingIds]))
    .orderBy(asc(figures.filingId), asc(figures.cell));
  return byOwner(found, (row) => row.filingId, toStored);
}

/** Writes one cell. The caller has checked the version inside the same transaction. */
export async function upsertFigure(tx: Tx, filingId: string, stored: StoredFigure): Promise<void> {
  const query = prepared(tx, 'figures.upsert', ({ db, t }) =>
    db
      .insert(t.figures)
      .values({
        filingId: sql.placeholder('filingId'),
        cell: sql.placeholder('cell'),
        raw: sql.placeholder('raw'),
        state: sql.placeholder('state'),
        value: sql.placeholder('value'),
        decimals: sql.placeholder('decimals'),
        version: sql.placeholder('version'),
        savedBy: sql.placeholder('savedBy'),
        savedAt: sql.placeholder('savedAt'),
      })
      .onConflictDoUpdate({
        target: [t.figures.filingId, t.figures.cell],
        set: {
          raw: sql`excluded.raw`,
          state: sql`excluded.state`,
          value: sql`excluded.value`,
          decimals: sql`excluded.decimals`,
          version: sql`excluded.version`,
          savedBy: sql`excluded.saved_by`,
          savedAt: sql`excluded.saved_at`,
        },
      }),
  );
  const { figure, ...rest } = stored;
  await query.execute({
    filingId,
    ...rest,
    state: figure.state,
    value: figure.state === 'number' ? figure.value : null,
    decimals: figure.state === 'number' ? figure.decimals : 0,
  });
}

/** What was typed in some cells of some filings. In no order. */
export async function listTyped(
  reader: Reader,
  filingIds: readonly string[],
  cells: readonly CellId[],
): Promise<(StoredFigure & { filingId: string })[]> {
  if (filingIds.length === 0 || cells.length === 0) return [];
  const { figures } = reader.t;
  const found = await reader.db
    .select()
    .from(figures)
    .where(and(inArray(figures.filingId, [...filingIds]), inArray(figures.cell, [...cells])));
  return found.map((row) => ({ ...toStored(row), filingId: row.filingId }));
}

function toStored(row: Reader['t']['figures']['$inferSelect']): StoredFigure {
  return { cell: row.cell, raw: row.raw, figure: toFigure(row), version: row.version, savedBy: row.savedBy, savedAt: row.savedAt };
}

export function toFigure(row: { state: Figure['state']; value: number | null; decimals: number; raw: string }): Figure {
  switch (row.state) {
    case 'number':
      return { state: 'number', value: row.value as number, decimals: row.decimals };
    case 'unreadable':
      return { state: 'unreadable', raw: row.raw };
    case 'not_filled':
    case 'not_applicable':
      return { state: row.state };
    default:
      return row.state satisfies never;
  }
}
