import type { Figure } from '../../figures/figure';
import type { Cell } from '../../formats/format';
import type { ChainedEvent } from '../chain';
import type { EventKind, EventPayloads } from '../event';

/** An event whose payload is known by its kind. */
export type LoggedEvent<K extends EventKind = EventKind> = Omit<ChainedEvent, 'kind' | 'payload'> & { kind: K; payload: EventPayloads[K] };

/**
 * What an event does to the rows; null: it tells of something that no row keeps (who looked, who was refused), or of what another event of
 * the same act says in full.
 */
export type Replays<K extends EventKind> = { [One in K]: ((book: ReplayBook, event: LoggedEvent<One>) => void) | null };

/** What the log says of one column of a stored row. */
export type Said =
  | { is: unknown }
  /** A moment: commands read their clock more than once, so it is the event's within a minute. */
  | { near: string }
  /** A long text, by its digest; `start` is for a message. */
  | { digest: string; start: string }
  /** What the event does not tell apart. */
  | { oneOf: readonly unknown[] };

export const is = (value: unknown): Said => ({ is: value });
export const near = (at: string): Said => ({ near: at });
export const oneOf = (...values: readonly unknown[]): Said => ({ oneOf: values });

/** A row as the log says it stands. */
export interface ReplayedRow {
  /** The newest event that says something of it. */
  seq: number;
  /** The log took it away. */
  isGone: boolean;
  /** May be missing: the store thins such rows. */
  isOptional: boolean;
  columns: Map<string, Said>;
}

/** Something that the log says twice and differently: what an event found, and what the events before it left. */
export interface Contradiction {
  table: string;
  key: string;
  column: string;
  /** As the event, or what was frozen with it, says. */
  stored: unknown;
  /** As the events before it say. */
  replayed: unknown;
  seq: number;
}

/** What a replay has to ask: nothing of it is decided on, all of it is vouched for by other events. */
export interface ReplayLookups {
  /** SHA-256 in hex. */
  digest(text: string): string;
  /** A typed cell of a filing's form, its local indicators among them. */
  cellOf(filingId: string, cell: string): Cell | undefined;
  /** Every typed cell of a section of a filing's form. */
  typedCells(filingId: string, section: string): readonly string[];
  /** A correction slip as the log has it. */
  slipOf(unitId: string, year: number, number: number): ReplayedSlip | undefined;
  /** What a submission froze, by its stored row; null: it is not there or cannot be read. */
  frozenIn(filingId: string, number: number): FrozenFiling | null;
}

export interface ReplayedSlip {
  signedBy: string | null;
  signedAt: string | null;
  changes: readonly { quarter: number; cell: string; raw: string }[];
}

export interface FrozenFiling {
  figures: Readonly<Record<string, Figure>>;
  declared: readonly string[];
  contribution: string;
}

/** Rows by table and key, as event after event writes them. */
export interface ReplayBook extends ReplayLookups {
  readonly tables: Map<string, Map<string, ReplayedRow>>;
  readonly contradictions: Contradiction[];
  /** Newest approval of each filing, for an unlock that is taken back. */
  readonly approvals: Map<string, { by: string | null; at: string }>;
  /** Names of accounts by person; `first` is that of an account whose event names a unit. */
  readonly usernames: Map<string, string>;
  put(
    table: string,
    key: readonly (string | number)[],
    event: Pick<ChainedEvent, 'seq'>,
    columns: Record<string, unknown>,
    isOptional?: boolean,
  ): void;
  drop(table: string, key: readonly (string | number)[], event: Pick<ChainedEvent, 'seq'>): void;
  /** Takes away every row of which a column says this. */
  dropWhere(table: string, column: string, value: unknown, event: Pick<ChainedEvent, 'seq'>): void;
  row(table: string, key: readonly (string | number)[]): ReplayedRow | undefined;
  /** What a column of a row that stands says, where it is a plain value. */
  said(table: string, key: readonly (string | number)[], column: string): unknown;
  /** A long text, which the book keeps by its digest. */
  long(text: string): Said;
}

export function keyOf(parts: readonly (string | number)[]): string {
  return parts.join(' ');
}

export function replayBook(lookups: ReplayLookups): ReplayBook {
  const tables = new Map<string, Map<string, ReplayedRow>>();
  const rowsOf = (table: string) => {
    let rows = tables.get(table);
    if (!rows) {
      rows = new Map();
      tables.set(table, rows);
    }
    return rows;
  };
  const row = (table: string, key: readonly (string | number)[]) => {
    const found = tables.get(table)?.get(keyOf(key));
    return found && !found.isGone ? found : undefined;
  };
  const leave = (one: ReplayedRow, seq: number) => {
    one.seq = seq;
    one.isGone = true;
    one.columns.clear();
  };
  return {
    ...lookups,
    tables,
    contradictions: [],
    approvals: new Map(),
    usernames: new Map(),
    row,
    put(table, key, { seq }, columns, isOptional = false) {
      const rows = rowsOf(table);
      const name = keyOf(key);
      let one = rows.get(name);
      if (!one) {
        one = { seq, isGone: false, isOptional, columns: new Map() };
        rows.set(name, one);
      }
      one.seq = seq;
      one.isGone = false;
      for (const [column, value] of Object.entries(columns)) if (value !== undefined) one.columns.set(column, saidBy(value));
    },
    drop(table, key, { seq }) {
      const found = tables.get(table)?.get(keyOf(key));
      if (found) leave(found, seq);
    },
    dropWhere(table, column, value, { seq }) {
      for (const one of tables.get(table)?.values() ?? []) {
        const said = one.columns.get(column);
        if (said && 'is' in said && said.is === value) leave(one, seq);
      }
    },
    said(table, key, column) {
      const said = row(table, key)?.columns.get(column);
      return said && 'is' in said ? said.is : undefined;
    },
    long: (text) => ({ digest: lookups.digest(text), start: text.slice(0, 60) }),
  };
}

/** A plain value, or one of the kinds above. */
function saidBy(value: unknown): Said {
  const isSaid =
    typeof value === 'object' && value !== null && !Array.isArray(value) && ['is', 'near', 'digest', 'oneOf'].some((kind) => kind in value);
  return isSaid ? (value as Said) : { is: value };
}
