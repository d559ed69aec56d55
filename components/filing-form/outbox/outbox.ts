import { createValue, type Value } from '../store/value';
import type { Ack, OutboxEntry, OutboxState, OutboxWrite, Problem } from './entry';
import type { OutboxStorage } from './outbox-storage';
import { planSend } from './plan-send';
import { type Answer, settleAnswered, settleRefused } from './settle';

/**
 * What became of a request. lost: no answer, it may or may not have arrived. signed_out: nobody, or somebody else, is signed in. full,
 * failing: the server answered that it has no room, or that it failed; nothing is wrong with what was sent.
 */
export type Reply =
  | { kind: 'answered'; answers: readonly Answer[] }
  | { kind: 'refused'; code: string; sentence: { zh: string; en: string } }
  | { kind: Held };

const connectionAfter = { lost: 'offline', signed_out: 'signed_out', full: 'full', failing: 'failing' } as const;
type Held = keyof typeof connectionAfter;

export interface OutboxParts {
  userId: string;
  storage: OutboxStorage;
  send(batch: readonly OutboxEntry[]): Promise<Reply>;
  /** Runs the work while no other tab of this browser does. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Tells the other tabs that the outbox has changed. */
  tellTabs(): void;
  now(): number;
  /** From 0 to 1, for the spread of the tries. */
  random(): number;
  newId(): string;
  /** Calls back after a while; answers with how to call it off. */
  later(ms: number, work: () => void): () => void;
}

export type Connection = 'ok' | (typeof connectionAfter)[Held];

export interface OutboxStatus {
  /** Everything of this person that has not been answered for, of every filing. */
  entries: readonly OutboxEntry[];
  connection: Connection;
  isDurable: boolean;
}

export type NewChange = Pick<OutboxEntry, 'filingId' | 'place' | 'raw' | 'baseVersion' | 'follows'>;

export interface Outbox {
  /** Reads what earlier visits left, then sends it. What connects before would not know of it. */
  open(): Promise<void>;
  status: Value<OutboxStatus>;
  /** Every answer from now on, and first the newest ones so far: a page may have been drawn before they came. */
  onAck(listener: (ack: Ack) => void): () => void;
  /** Keeps a change here and sends it as soon as it can be sent. */
  add(change: NewChange): OutboxEntry;
  /** The person's choice in a conflict, or after a refusal: send it again, on top of what is stored now. */
  sendAgain(changeId: string): void;
  /** The person gives the change up. */
  discard(changeId: string): void;
  /** The network is back, somebody signed in again, another tab changed the outbox. */
  wake(): void;
}

const nothing: OutboxWrite = { put: [], remove: [], acks: [] };
const firstDelay = 1_000;
const longestDelay = 60_000;

/**
 * The outbox of one person in one browser. A change is stored before it is sent and leaves only when the server has
 * answered for it; what was in it before a crash, a reload or an expired session is sent by whichever tab comes next.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { userId, storage } = parts;
  const status = createValue<OutboxStatus>({ entries: [], connection: 'ok', isDurable: storage.isDurable });
  const listeners = new Set<(ack: Ack) => void>();
  /** Made here and on their way into the storage: what was read before they were there does not know them. */
  const unwritten = new Map<string, { entry: OutboxEntry; knownAfter: number }>();
  /** Chosen here and on its way into the storage: shown at once, and taken back where the choice comes too late. Null: given up. */
  const chosen = new Map<string, OutboxEntry | null>();
  const announced = new Map<string, Ack>();
  let readings = 0;
  let newestReading = 0;
  let stored: readonly OutboxEntry[] = [];
  let lastTypedAt = 0;
  let failures = 0;
  let callOff: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let isWantedAgain = false;

  const show = (change: Partial<OutboxStatus>): void => status.set({ ...status.get(), ...change });

  function showEntries(): void {
    const known = new Set(stored.map((entry) => entry.changeId));
    const fresh = [...unwritten.values()].map(({ entry }) => entry).filter((entry) => !known.has(entry.changeId));
    const entries = [...stored, ...fresh].flatMap((entry) => {
      const choice = chosen.get(entry.changeId);
      return choice === undefined ? entry : (choice ?? []);
    });
    show({ entries, isDurable: storage.isDurable });
  }

  /** What the storage holds is what there is; answers first, so that whoever sees a change gone knows what became of it. */
  async function take(reading: Promise<OutboxState>): Promise<OutboxState> {
    const number = ++readings;
    const state = await reading;
    if (number < newestReading) return state;
    newestReading = number;
    for (const [changeId, { knownAfter }] of unwritten) if (number > knownAfter) unwritten.delete(changeId);
    stored = state.entries;
    for (const ack of state.acks.values()) {
      const before = announced.get(ack.key);
      if (before?.changeId === ack.changeId && before.version === ack.version) continue;
      announced.set(ack.key, ack);
      for (const listener of listeners) listener(ack);
    }
    showEntries();
    return state;
  }

  const change = (decide: (state: OutboxState) => OutboxWrite): Promise<OutboxState> => take(storage.change(userId, decide));

  /** Sends one request; true when there may be more to send at once. */
  async function sendOnce(): Promise<boolean> {
    let batch: readonly OutboxEntry[] = [];
    const askedAt = parts.now();
    await change((state) => {
      const plan = planSend(state, askedAt);
      batch = plan.batch;
      return plan.write;
    });
    if (batch.length === 0) {
      // Another tab may have sent what a lost network or an ended session held up here: then nothing here needs either.
      failures = 0;
      show({ connection: 'ok' });
      return false;
    }
    const reply = await parts.send(batch);
    if (reply.kind !== 'answered' && reply.kind !== 'refused') {
      show({ connection: connectionAfter[reply.kind] });
      failures += 1;
      if (reply.kind !== 'signed_out') tryLater();
      return false;
    }
    failures = 0;
    show({ connection: 'ok' });
    await change((state) =>
      reply.kind === 'answered'
        ? settleAnswered(state, { batch, askedAt }, reply.answers, parts.now())
        : settleRefused(state, batch, reply),
    );
    parts.tellTabs();
    return true;
  }

  function tryLater(): void {
    callOff?.();
    callOff = parts.later(delayAfter(failures, parts.random()), run);
  }

  function run(): void {
    callOff?.();
    callOff = null;
    if (running) {
      isWantedAgain = true;
      return;
    }
    isWantedAgain = false;
    running = sendAll()
      .catch(() => {
        failures += 1;
        tryLater();
      })
      .finally(() => {
        running = null;
        if (isWantedAgain) run();
      });
  }

  /** Until nothing is left or nothing gets through. */
  async function sendAll(): Promise<void> {
    let hasMore = true;
    while (hasMore) hasMore = await parts.alone(sendOnce);
  }

  async function keep(entry: OutboxEntry): Promise<void> {
    const fresh = { entry, knownAfter: Number.POSITIVE_INFINITY };
    unwritten.set(entry.changeId, fresh);
    showEntries();
    await storage.write({ put: [entry], remove: [], acks: [] });
    // A reading that began before may still come in without it.
    fresh.knownAfter = readings;
    run();
  }

  /** A choice is for the problem that was shown. Another tab may have made one, and the change may be on its way again: then that stands. */
  async function decide(changeId: string, isAgain: boolean): Promise<void> {
    const shown = status.get().entries.find((one) => one.changeId === changeId);
    if (!shown?.problem) return;
    const { problem } = shown;
    chosen.set(changeId, isAgain ? again(shown, problem) : null);
    showEntries();
    try {
      await change((state) => {
        const entry = state.entries.find((one) => one.changeId === changeId);
        if (!entry?.problem || !isSameProblem(entry.problem, problem)) return nothing;
        return isAgain ? { ...nothing, put: [again(entry, problem)] } : { ...nothing, remove: [changeId] };
      });
    } finally {
      chosen.delete(changeId);
      showEntries();
    }
    parts.tellTabs();
    run();
  }

  return {
    async open() {
      // A storage that cannot be read now is asked again by the sending.
      await take(storage.load(userId)).catch(() => {});
      run();
    },
    status,
    onAck(listener) {
      listeners.add(listener);
      for (const ack of announced.values()) listener(ack);
      return () => listeners.delete(listener);
    },
    add(change) {
      lastTypedAt = Math.max(lastTypedAt + 1, parts.now());
      const entry: OutboxEntry = {
        ...change,
        changeId: parts.newId(),
        userId,
        typedAt: lastTypedAt,
        sentAt: null,
        isAlone: false,
        problem: null,
      };
      void keep(entry);
      return entry;
    },
    sendAgain(changeId) {
      void decide(changeId, true).catch(run);
    },
    discard(changeId) {
      void decide(changeId, false).catch(run);
    },
    wake() {
      failures = 0;
      run();
    },
  };
}

/** Twice as long after each failure, up to a minute; spread over half of that, so that an office does not come back all at once. */
export function delayAfter(failures: number, random: number): number {
  const delay = Math.min(firstDelay * 2 ** (failures - 1), longestDelay);
  return Math.round(delay / 2 + (delay / 2) * random);
}

/** In a conflict the person has seen what the other saved, and puts their own text on top of it. */
function again(entry: OutboxEntry, problem: Problem): OutboxEntry {
  return { ...entry, problem: null, sentAt: null, baseVersion: problem.kind === 'conflict' ? problem.version : entry.baseVersion };
}

function isSameProblem(a: Problem, b: Problem): boolean {
  if (a.kind === 'conflict') return b.kind === 'conflict' && a.version === b.version;
  return b.kind === 'refused' && a.code === b.code;
}
