import { type ChainedEvent, chainEvent, type EventFacts, genesisHash } from '@/server/domain/audit';
import { eventColumns } from '../store/event-view';

/** These, one after the other, as the first of a log. */
export function chained(facts: readonly EventFacts[]): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (const fact of facts) events.push(chainEvent(fact, events.length + 1, events.at(-1)?.hash ?? genesisHash));
  return events;
}

/** SQL of either engine that puts events into the table `events`, which was one before `small_events`. */
export function formerEvents(events: readonly ChainedEvent[]): string {
  const names = eventColumns.map(({ name }) => name).join(', ');
  const rows = events.map(
    (event) => `(${eventColumns.map(({ key }) => quoted(key === 'payload' ? JSON.stringify(event.payload) : event[key])).join(', ')})`,
  );
  return `insert into events (${names}) values ${rows.join(', ')}`;
}

function quoted(value: unknown): string {
  if (value === null || typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}
