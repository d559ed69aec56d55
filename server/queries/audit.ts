import { eventHead, findUnits, latestEvents, latestOfKinds, namesOfPeople, type Reader, rootUnit } from '@/db/store';
import type { ChainedEvent } from '@/server/domain/audit';
import { can } from '@/server/domain/permissions';
import { eventKinds } from '@/server/domain/signing';
import { type Actor, notFound } from '@/server/views/access';

export interface EventLog {
  /** The last link of the chain: whoever keeps it elsewhere can prove later that nothing before it was changed. */
  head: { seq: number; hash: string };
  events: readonly ChainedEvent[];
  /** Today's names of the units and people the events speak of, by id. */
  names: Record<string, string>;
}

/** A page of the whole log, newest first, for auditors. @throws Refused not_found */
export async function loadEventLog(
  reader: Reader,
  actor: Actor,
  filter: { limit: number; before?: number | undefined; kindPrefix?: string | undefined },
): Promise<EventLog> {
  const root = await rootUnit(reader);
  if (!root || can(actor.posts, 'audit.read', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const page = { limit: filter.limit, ...(filter.before === undefined ? {} : { before: filter.before }) };
  const { kindPrefix } = filter;
  const events = kindPrefix
    ? await latestOfKinds(reader, { ...page, kinds: eventKinds.filter((kind) => kind.startsWith(kindPrefix)) })
    : await latestEvents(reader, page);
  const spokenOf = [...new Set(events.flatMap(idsIn))];
  const units = [...(await findUnits(reader, spokenOf)).values()].map((unit): [string, string] => [unit.id, unit.name]);
  return { head: await eventHead(reader), events, names: Object.fromEntries([...units, ...(await namesOfPeople(reader, spokenOf))]) };
}

function idsIn(event: ChainedEvent): string[] {
  const { payload } = event;
  const inPayload = ['unitId', 'userId', 'parentId', 'askedBy', 'issuedBy', 'system', 'security', 'auditor'].map(
    (key) => (payload as Record<string, unknown>)[key],
  );
  return [event.unitId, event.objectId, ...inPayload].filter((id) => typeof id === 'string');
}
