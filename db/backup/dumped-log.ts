import type { ChainedEvent } from '@/server/domain/audit';
import { type Circumstance, unpackEvent } from '../store/packed-event';

type Row = Record<string, unknown>;

/** The log in a dump, row by row: what events say alike, then the events. */
export function dumpedLog() {
  const words = new Map<number, string>();
  const circumstances = new Map<number, Circumstance>();
  return {
    addWord: (row: Row) => void words.set(Number(row.id), textOf(row.word) ?? ''),
    addCircumstance(row: Row) {
      circumstances.set(Number(row.id), {
        actorId: textOf(row.actor_id),
        actorName: textOf(row.actor_name) ?? '',
        unitId: textOf(row.unit_id),
        objectType: textOf(row.object_type) ?? '',
        objectId: textOf(row.object_id) ?? '',
        period: textOf(row.period),
        reason: textOf(row.reason),
        sessionHash: textOf(row.session_hash),
        ip: textOf(row.ip),
        requestId: textOf(row.request_id),
        at: textOf(row.at),
      });
    },
    isKnown: () => words.size > 0 && circumstances.size > 0,
    eventOf(row: Row, prev: string): ChainedEvent {
      const circumstance = circumstances.get(Number(row.circumstance)) ?? ({} as Circumstance);
      return unpackEvent(
        {
          ...{ seq: Number(row.seq), at: Number(row.at), kind: words.get(Number(row.kind)) ?? '', form: words.get(Number(row.form)) ?? '' },
          ...{ said: textOf(row.said) ?? '', requestId: hexOf(row.request_id), hash: hexOf(row.hash) ?? '', circumstance },
        },
        prev,
      );
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Bytes as PostgreSQL writes them: `\\x0a`. */
function hexOf(value: unknown): string | null {
  return textOf(value)?.replace(/^\\x/, '') ?? null;
}
