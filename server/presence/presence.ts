import type { Store } from '@/db/store';
import type { UnitPath } from '@/server/domain/permissions';

/** review: who judges a submission. form: who fills a quarter in. The two do not see each other. */
export const rooms = ['review', 'form'] as const;
export type Room = (typeof rooms)[number];

/** Where somebody is. */
export interface Place {
  room: Room;
  filingId: string;
  /** Of the filing's unit: who may see that somebody is there. */
  unitPath: UnitPath;
}

export interface Person {
  userId: string;
  name: string;
}

/** A page asks every 15 seconds while it is looked at; whoever has not been heard of for so long has gone. */
export const goneAfterMs = 40_000;
/** Others are told no more often of one who stays. */
const sayEveryMs = 10_000;
/** More than so many are people of no office; those that came first are forgotten. */
const maxKnown = 10_000;

export interface Presence {
  /** Says that somebody is there, to all processes on the database. */
  come(place: Place, person: Person): Promise<void>;
  leave(place: Place, person: Person): Promise<void>;
  /** Everybody who is in a room now. */
  inRoom(room: Room): (Place & Person)[];
}

interface Told extends Place, Person {
  isHere: boolean;
}

/** Who looks at what, in all processes on a database. It is in memory alone: nobody decides by it, nothing is locked, and it ends by itself. */
export function presenceOn({ hear, say }: Pick<Store, 'hear' | 'say'>, now: () => number = Date.now): Presence {
  const known = new Map<string, Place & Person & { until: number }>();
  const saidAt = new Map<string, number>();

  function note({ isHere, ...one }: Told): void {
    const key = keyOf(one, one);
    known.delete(key);
    if (!isHere) return;
    forgetGone();
    known.set(key, { ...one, until: now() + goneAfterMs });
  }
  function forgetGone(): void {
    for (const [key, { until }] of known) if (until <= now() || known.size >= maxKnown) known.delete(key);
    for (const [key, at] of saidAt) if (at + goneAfterMs <= now()) saidAt.delete(key);
  }
  hear('presence', (about) => {
    const told = about === null ? null : toldIn(about);
    if (told) note(told);
  });

  return {
    async come(place, person) {
      const key = keyOf(place, person);
      const told: Told = { ...place, ...person, isHere: true };
      note(told);
      if (now() - (saidAt.get(key) ?? 0) < sayEveryMs) return;
      saidAt.set(key, now());
      await say('presence', JSON.stringify(told));
    },
    async leave(place, person) {
      const told: Told = { ...place, ...person, isHere: false };
      note(told);
      saidAt.delete(keyOf(place, person));
      await say('presence', JSON.stringify(told));
    },
    inRoom(room) {
      return [...known.values()].filter((one) => one.room === room && one.until > now()).map(({ until: _until, ...one }) => one);
    },
  };
}

function keyOf({ room, filingId }: Place, { userId }: Person): string {
  return `${room} ${filingId} ${userId}`;
}

/** Null: another version of the program says it in other words. */
function toldIn(about: string): Told | null {
  try {
    const { room, filingId, unitPath, userId, name, isHere } = JSON.parse(about) as Partial<Told>;
    const isWhole = [filingId, userId, name].every((text) => typeof text === 'string') && Array.isArray(unitPath);
    if (!isWhole || !rooms.some((one) => one === room) || typeof isHere !== 'boolean') return null;
    return { room, filingId, unitPath, userId, name, isHere } as Told;
  } catch {
    return null;
  }
}

const ofStores = new WeakMap<Store, Presence>();

/** The one of a process' store; it listens from the first time it is asked for. */
export function presenceOf(store: Store): Presence {
  const presence = ofStores.get(store) ?? presenceOn(store);
  ofStores.set(store, presence);
  return presence;
}
