import { eventHead, findUnits, listEvents, type Reader } from '@/db/store';
import type { ChainedEvent } from '@/server/domain/audit';

/** After more events than that, all is found anew. */
const mostEvents = 500;
/** Offices and sets of rules. */
const mostLogs = 4;

/**
 * What was found, kept as of an event of the log. Everything that pages show is told by events of the transaction that changes it, and the log has an
 * order, so a snapshot that has an event has all before it: the events since say what of it has to be found anew.
 *
 * @param nothing what is known at first
 * @param drop takes out what some events may have changed
 * @returns what still stands at the moment of the reader, which is one moment; whoever finds more adds it
 */
export function knownByLog<Found>(
  nothing: () => Found,
  drop: (reader: Reader, found: Found, events: readonly ChainedEvent[]) => Promise<void>,
) {
  /** `hash` is of the event `seq`: in another log, or in one that was cut, the event of this number has another. */
  let known: readonly { seq: number; hash: string; rules: string; found: Found }[] = [];
  const first = (one: (typeof known)[number]): Found => {
    known = [one, ...known.filter((other) => other !== one)].slice(0, mostLogs);
    return one.found;
  };
  return async (reader: Reader, rules: string): Promise<Found> => {
    const head = await eventHead(reader);
    for (const one of known) {
      if (one.rules !== rules || one.seq > head.seq || head.seq - one.seq > mostEvents) continue;
      if (one.seq === head.seq && one.hash !== head.hash) continue;
      if (one.seq === head.seq) return first(one);
      const events = await listEvents(reader, { after: one.seq, limit: mostEvents });
      if (events[0]?.prev !== one.hash) continue;
      await drop(reader, one.found, events);
      // Only now: where the reading failed, the same events are read again.
      return first(Object.assign(one, head));
    }
    return first({ ...head, rules, found: nothing() });
  };
}

/** These units and those that succeeded them: a closed unit's balances open in what its successor files. @param units null: none in particular */
export async function withSuccessors(reader: Reader, units: Iterable<string | null>): Promise<Set<string | null>> {
  const all = new Set(units);
  const found = await findUnits(
    reader,
    [...all].flatMap((id) => id ?? []),
  );
  for (const { successorId } of found.values()) if (successorId !== null) all.add(successorId);
  return all;
}
