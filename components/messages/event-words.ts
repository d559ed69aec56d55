import type { EventKind, EventPayloads } from '@/server/domain/audit';

/** How an event names what it holds only by id. */
export interface EventNames {
  /** A unit or person by id; what has no name any more reads as its id. */
  nameOf: (id: string | null) => string;
  cell: (id: string) => string;
  /** What a remark or comment is pinned to: a cell, or the contribution. */
  anchor: (anchor: string) => string;
  role: (role: string) => string;
  act: (act: string) => string;
  /** The place of a text: a chapter or the contribution of a filing. */
  text: (key: string) => string;
  /** Before and after of a change, as `名称：甲 → 乙`. */
  change: (before: Record<string, unknown> | null, after: Record<string, unknown>) => string;
}

/** A sentence for every kind of event. */
export type EventWords = { [K in EventKind]: (payload: EventPayloads[K], names: EventNames) => string };

/** As much of a hash as people compare. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

export function percentOf(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

export function countLines(text: string): number {
  return text === '' ? 0 : text.split('\n').length;
}
