import { keyOf, type OutboxEntry, type OutboxState, type OutboxWrite, textPlace } from './entry';

export const maxChangesPerRequest = 200;

export interface SendPlan {
  /** To be written before the request goes out; the batch is already marked as sent in it. */
  write: OutboxWrite;
  /** Changes of one filing for one request, oldest first; empty when nothing may be sent now. */
  batch: readonly OutboxEntry[];
}

/**
 * What goes into the next request, from what is stored. Later changes of a cell replace earlier ones that were never sent;
 * a change never overtakes the one it was typed over; one that waits for its person is left alone.
 */
export function planSend(state: OutboxState, now: number): SendPlan {
  const entries = new Map(state.entries.map((entry) => [entry.changeId, entry]));
  const put = new Map<string, OutboxEntry>();
  const remove = new Set<string>();
  const change = (entry: OutboxEntry): void => {
    entries.set(entry.changeId, entry);
    put.set(entry.changeId, entry);
  };

  for (const { changeId } of state.entries) {
    const entry = entries.get(changeId);
    if (!entry?.follows) continue;
    const before = entries.get(entry.follows);
    if (!before) change(basedOnAnswer(entry, state));
    else if (!entry.sentAt && (!before.sentAt || before.problem)) {
      change({ ...entry, baseVersion: before.baseVersion, follows: before.follows, problem: inherited(before) });
      entries.delete(before.changeId);
      put.delete(before.changeId);
      remove.add(before.changeId);
    }
  }

  const batch = nextBatch([...entries.values()]).map((entry) => ({ ...entry, sentAt: entry.sentAt ?? now }));
  for (const entry of batch) put.set(entry.changeId, entry);
  return { write: { put: [...put.values()], remove: [...remove], acks: [] }, batch };
}

/** The change before was answered meanwhile. Without its answer (another tab saved since) the old base stands, and the server will say so. */
function basedOnAnswer(entry: OutboxEntry, { acks }: OutboxState): OutboxEntry {
  const ack = acks.get(keyOf(entry));
  return { ...entry, follows: null, baseVersion: ack && ack.changeId === entry.follows ? ack.version : entry.baseVersion };
}

/** A conflict stays until the person has chosen, whatever is typed over it; a refused text is replaced by the new one, which may pass. */
function inherited(before: OutboxEntry): OutboxEntry['problem'] {
  return before.problem?.kind === 'conflict' ? before.problem : null;
}

function nextBatch(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const ready = entries.filter((entry) => !entry.problem && !entry.follows).sort((a, b) => a.typedAt - b.typedAt);
  const [first] = ready;
  if (!first) return [];
  if (first.isAlone || first.place === textPlace) return [first];
  return ready
    .filter((entry) => entry.filingId === first.filingId && entry.place !== textPlace && !entry.isAlone)
    .slice(0, maxChangesPerRequest);
}
