import { latestEvents, type Reader } from '@/db/store';
import { recordedInAnHour } from '@/server/auth/recorded-refusals';
import { type ChainedEvent, sha256Hex } from '@/server/domain/audit';
import type { Actor } from './access';

/** What somebody is told of passwords that were tried at their name. No address: that is for who reads the log. */
export interface FailedTries {
  count: number;
  /** There were more than are written down one by one. */
  isAtLeast: boolean;
  lastAt: string;
  /** From how many addresses; one that cannot be known counts as one. */
  sources: number;
  /** When the person signed in before this time; null: this is the first. */
  since: string | null;
}

const mostSignIns = 50;
const mostTries = 1000;

/** Wrong passwords at the person's name since they signed in the time before this one; null: none. What was tried in this very session is their own. */
export async function loadFailedTries(reader: Reader, actor: Actor): Promise<FailedTries | null> {
  const own = actor.sessionId && sha256Hex(actor.sessionId).slice(0, 16);
  const signIns = await latestEvents(reader, {
    objectType: 'person',
    objectId: actor.userId,
    kinds: ['session.started'],
    limit: mostSignIns,
  });
  const here = signIns.findIndex((event) => event.sessionHash === own);
  if (here < 0) return null;
  const before = signIns[here + 1];
  // The sign-in page asks in small letters, an official act by the name as it is.
  const names = new Set([actor.username.toLowerCase(), actor.username].map((name) => name.slice(0, 80)));
  const tries: ChainedEvent[] = [];
  for (const objectId of names)
    tries.push(
      ...(await latestEvents(reader, { objectType: 'session', objectId, kinds: ['refused'], after: before?.seq ?? 0, limit: mostTries })),
    );
  const others = tries.filter((event) => event.sessionHash !== own);
  const [last] = others.toSorted((a, b) => b.seq - a.seq);
  if (!last) return null;
  const bySource = new Map<string | null, number>();
  for (const { ip } of others) bySource.set(ip, (bySource.get(ip) ?? 0) + 1);
  const isAtLeast = tries.length >= mostTries || Math.max(...bySource.values()) >= recordedInAnHour.oneSource;
  return { count: others.length, isAtLeast, lastAt: last.at, sources: bySource.size, since: before?.at ?? null };
}
