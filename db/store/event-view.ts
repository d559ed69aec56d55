import type { ChainedEvent } from '@/server/domain/audit';

/** The columns of `events`, a table once and a view since: the same in every version of the program. */
export const eventColumns = [
  { key: 'seq', name: 'seq' },
  { key: 'at', name: 'at' },
  { key: 'kind', name: 'kind' },
  { key: 'actorId', name: 'actor_id' },
  { key: 'actorName', name: 'actor_name' },
  { key: 'unitId', name: 'unit_id' },
  { key: 'objectType', name: 'object_type' },
  { key: 'objectId', name: 'object_id' },
  { key: 'period', name: 'period' },
  { key: 'payload', name: 'payload' },
  { key: 'reason', name: 'reason' },
  { key: 'requestId', name: 'request_id' },
  { key: 'sessionHash', name: 'session_hash' },
  { key: 'ip', name: 'ip' },
  { key: 'prev', name: 'prev' },
  { key: 'hash', name: 'hash' },
] as const satisfies readonly { key: keyof ChainedEvent; name: string }[];

/** A row of it, by the names of the code, as the chain hashes it. */
export function eventOfRow({ seq, payload, ...row }: Record<string, unknown>): ChainedEvent {
  return { ...row, seq: Number(seq), payload: typeof payload === 'string' ? parsed(payload) : payload } as unknown as ChainedEvent;
}

/** What somebody was at may be no JSON; its hash says so then. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { noJson: text };
  }
}
