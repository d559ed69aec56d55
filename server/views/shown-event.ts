import type { ChainedEvent } from '@/server/domain/audit';
import { can } from '@/server/domain/permissions';
import type { Actor } from './access';

/** An event as somebody may see it. */
export type ShownEvent = Omit<ChainedEvent, Traces> & Partial<Pick<ChainedEvent, Traces>>;

/**
 * From where and in which session somebody acted, and what is only of use with that: the hash of an event is over its address, and an address
 * is found from its hash by trying all there are.
 */
const traces = ['ip', 'sessionHash', 'requestId', 'prev', 'hash'] as const satisfies readonly (keyof ChainedEvent)[];
type Traces = (typeof traces)[number];

/** The one way in which events leave the server: whole for who reads the log of the unit, without its traces for everybody else. */
export function eventsFor(actor: Actor, unitPath: readonly string[], events: readonly ChainedEvent[]): ShownEvent[] {
  if (can(actor.posts, 'audit.read', { unitPath, status: null }) === 'allowed') return [...events];
  return events.map((event) => {
    const shown: ShownEvent = { ...event };
    for (const trace of traces) delete shown[trace];
    return shown;
  });
}
