import { eventHead, listEvents, type Store } from '@/db/store';
import type { ChainedEvent } from '@/server/domain/audit';
import { Refused } from '@/server/errors';

/** The events that an act adds to the log, in order; the act may be refused. */
export async function eventsOf(store: Store, act: () => Promise<unknown>): Promise<ChainedEvent[]> {
  const { seq } = await eventHead(store.read);
  await act().catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  return listEvents(store.read, { after: seq, limit: 10_000 });
}

export async function kindsOf(store: Store, act: () => Promise<unknown>): Promise<string[]> {
  return (await eventsOf(store, act)).map((event) => event.kind);
}
