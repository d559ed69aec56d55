import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ack, OutboxEntry } from './entry';
import { createOutbox, type Reply } from './outbox';
import { memoryStorage, type OutboxStorage } from './outbox-storage';

const places = ['a', 'b', 'c'] as const;
type Place = (typeof places)[number];

/** What may happen, in any order. A person outside of this browser writes too; a tab can die with what it has typed. */
type Act =
  | { do: 'type'; tab: 0 | 1; place: Place }
  | { do: 'outsider'; place: Place }
  | { do: 'network'; next: 'ok' | 'lose_request' | 'lose_answer' | 'signed_out' }
  | { do: 'wait' }
  | { do: 'crash'; tab: 0 | 1 };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('type'), tab: fc.constantFrom(0, 1), place: fc.constantFrom(...places) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('outsider'), place: fc.constantFrom(...places) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('network'), next: fc.constantFrom('ok', 'lose_request', 'lose_answer', 'signed_out') }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash'), tab: fc.constantFrom(0, 1) }) },
  ) as fc.Arbitrary<Act>,
  { minLength: 5, maxLength: 60 },
);

interface Accepted {
  changeId: string;
  raw: string;
  version: number;
  base: number;
}

/** The model: cells with versions, every change it took, in order. */
function aServer() {
  const taken = new Map<Place, Accepted[]>(places.map((place) => [place, []]));
  const server = {
    taken,
    next: [] as string[],
    newest: (place: Place) => taken.get(place)?.at(-1) ?? { changeId: '', raw: '', version: 0, base: 0 },
    take(place: Place, changeId: string, raw: string, base: number) {
      const version = server.newest(place).version + 1;
      taken.get(place)?.push({ changeId, raw, version, base });
      return version;
    },
    receive(batch: readonly OutboxEntry[]): Reply {
      const trouble = server.next.shift();
      if (trouble === 'lose_request') return { kind: 'lost' };
      if (trouble === 'signed_out') return { kind: 'signed_out' };
      const answers = batch.map(({ changeId, place, raw, baseVersion }) => {
        const before = taken.get(place as Place)?.find((one) => one.changeId === changeId);
        if (before) return { changeId, outcome: 'same' as const, version: before.version };
        const newest = server.newest(place as Place);
        if (newest.version !== baseVersion)
          return { changeId, outcome: 'conflict' as const, version: newest.version, raw: newest.raw, savedAt: 't' };
        return { changeId, outcome: 'saved' as const, version: server.take(place as Place, changeId, raw, baseVersion) };
      });
      return trouble === 'lose_answer' ? { kind: 'lost' } : { kind: 'answered', answers };
    },
  };
  return server;
}

/** Everything typed: over which change of the same tab, and the newest version that tab had been shown. */
interface Typed {
  changeId: string;
  place: Place;
  raw: string;
  follows: string | null;
  shown: number;
}

/** One work at a time, in the order it was asked for: what `navigator.locks` gives the tabs of a browser. */
function aLock() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

function aTab(
  server: ReturnType<typeof aServer>,
  storage: OutboxStorage,
  alone: ReturnType<typeof aLock>,
  newId: () => string,
  now: () => number,
) {
  const shown = new Map<string, number>();
  const tails = new Map<string, string>();
  let isAlive = true;
  const outbox = createOutbox({
    userId: 'clerk',
    storage,
    send: async (batch) => (isAlive ? server.receive(batch) : new Promise<Reply>(() => {})),
    alone: (work) => (isAlive ? alone(work) : new Promise(() => {})),
    tellTabs: () => {},
    now,
    random: () => 0,
    newId,
    later: () => () => {},
  });
  outbox.onAck((ack: Ack) => {
    shown.set(ack.place, Math.max(shown.get(ack.place) ?? 0, ack.version));
    if (tails.get(ack.place) === ack.changeId) tails.delete(ack.place);
  });
  return {
    outbox,
    type(place: Place, raw: string): Typed {
      const tail = outbox.status.get().entries.find((entry) => entry.changeId === tails.get(place));
      const base = tail?.baseVersion ?? shown.get(place) ?? 0;
      const entry = outbox.add({ filingId: 'f', place, raw, baseVersion: base, follows: tail?.changeId ?? null });
      tails.set(place, entry.changeId);
      return { changeId: entry.changeId, place, raw, follows: tail?.changeId ?? null, shown: shown.get(place) ?? 0 };
    },
    die() {
      isAlive = false;
    },
  };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};

test('whatever happens on the way: nothing is lost, nothing is done twice, nothing is written over unseen', async () => {
  let conflicts = 0;
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (plan) => {
      let ids = 0;
      let clock = 0;
      const server = aServer();
      const storage = memoryStorage();
      const lock = aLock();
      const newTab = () =>
        aTab(
          server,
          storage,
          lock,
          () => `c${++ids}`,
          () => ++clock,
        );
      const tabs = [newTab(), newTab()];
      const typed: Typed[] = [];
      for (const act of plan) {
        if (act.do === 'type') typed.push((tabs[act.tab] ?? newTab()).type(act.place, `t${++ids}`));
        else if (act.do === 'outsider') server.take(act.place, `outside${++ids}`, `o${ids}`, server.newest(act.place).version);
        else if (act.do === 'network') server.next.push(act.next);
        else if (act.do === 'wait') {
          for (const tab of tabs) tab.outbox.wake();
          await turns();
        } else {
          // Between two requests: what was written is in the storage, what the tab knew is gone.
          await turns();
          tabs[act.tab]?.die();
          tabs[act.tab] = newTab();
          await tabs[act.tab]?.outbox.open();
        }
      }
      server.next = [];
      for (let round = 0; round < 4; round += 1) {
        for (const tab of tabs) tab.outbox.wake();
        await turns();
      }

      const left = (await storage.load('clerk')).entries;
      const byId = new Map(typed.map((one) => [one.changeId, one]));
      const followers = new Set(typed.map((one) => one.follows));
      const ancestors = (one: Typed): Set<string> => {
        const found = new Set<string>();
        for (let at: Typed | undefined = one; at?.follows; at = byId.get(at.follows)) found.add(at.follows);
        return found;
      };
      for (const one of typed) {
        const times = server.taken.get(one.place)?.filter((taken) => taken.changeId === one.changeId).length ?? 0;
        const waits = left.find((entry) => entry.changeId === one.changeId);
        expect(times).toBeLessThanOrEqual(1);
        // Stored, or before its person with both values, or replaced by what the same person typed over it.
        if (waits) {
          const { problem } = waits;
          expect([times, waits.raw, problem?.kind]).toEqual([0, one.raw, 'conflict']);
          // And the other value is somebody else's, or another tab's: nobody is in conflict with what they typed over.
          const other = server.taken.get(one.place)?.find((taken) => problem?.kind === 'conflict' && taken.version === problem.version);
          expect(ancestors(one).has(other?.changeId ?? '')).toBe(false);
        }
        if (!waits && times === 0) expect(followers.has(one.changeId)).toBe(true);
        if (waits) conflicts += 1;
        else if (times === 0) merged += 1;
      }
      for (const place of places) {
        const all = server.taken.get(place) ?? [];
        all.forEach((taken, index) => {
          const mine = byId.get(taken.changeId);
          const under = all[index - 1];
          if (!mine || !under) return;
          // It was typed over a value its tab had been shown, or over the same person's own text of that tab.
          const own = ancestors(mine);
          const first = [...own].map((id) => byId.get(id)).at(-1) ?? mine;
          expect(own.has(under.changeId) || first.shown >= under.version || mine.shown >= under.version).toBe(true);
        });
      }
    }),
    { numRuns: 300, seed: 20_261_123 },
  );
  expect([conflicts > 20, merged > 20]).toEqual([true, true]);
}, 60_000);
