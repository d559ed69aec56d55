import type { SlipChange } from '@/server/domain/corrections';
import { createValue, type Value } from '../filing-form/store/value';

/** What a slip says while it is written. */
export interface SlipContent {
  changes: readonly SlipChange[];
  reason: string;
}

/** The slip as the server knows it. */
export interface SlipBase {
  id: string;
  version: number;
  number: number;
}

/**
 * What has become of what was typed. `saved` only when the server has answered for all of it; conflict: a colleague's words stand
 * there, and a person chooses.
 */
export type SlipMark =
  | { kind: 'nothing' | 'changed' | 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict'; theirs: SlipContent; version: number };

export interface SlipDraft {
  content: SlipContent;
  /** Null until the first save gave it a number. */
  base: SlipBase | null;
  mark: SlipMark;
}

/** What is kept in this tab until the server has it. */
interface Kept extends SlipContent {
  /** Of the slip it was typed over; 0 for a new one. */
  version: number;
}

const restMs = 1200;
const retryMs = 10_000;

export interface SlipSaving {
  draft: Value<SlipDraft>;
  /** Takes up what an earlier visit of this tab could not save. */
  takeUp(): void;
  type(content: SlipContent): void;
  /** Saves now. @returns the slip once all of it is saved. @throws whatever the server refused with */
  flush(): Promise<SlipBase | null>;
  settle(choice: 'mine' | 'theirs'): void;
  stop(): void;
}

/**
 * The draft of a slip that saves itself once typing rests: one request at a time, each over the version it is based on, and in
 * the browser until it is answered. A new slip gets its number with its first figure that changes something, not by a look around.
 */
export function createSlipSaving(of: {
  content: SlipContent;
  base: SlipBase | null;
  isWorthSaving: (content: SlipContent) => boolean;
  write: (content: SlipContent, base: SlipBase | null) => Promise<SlipBase>;
  /** A colleague's version that a refusal tells of; null for every other error. */
  conflictOf: (error: unknown) => (SlipContent & { version: number }) | null;
  kept: { read: () => string | null; keep: (text: string) => void; forget: () => void };
}): SlipSaving {
  const draft = createValue<SlipDraft>({ content: of.content, base: of.base, mark: { kind: 'nothing' } });
  let saved: SlipContent = of.content;
  let running: Promise<SlipBase | null> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (change: Partial<SlipDraft>) => draft.set({ ...draft.get(), ...change });
  const isDirty = () => !sameContent(draft.get().content, saved);
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), ms);
  };
  const keep = () => {
    const { content, base } = draft.get();
    of.kept.keep(JSON.stringify({ ...content, version: base?.version ?? 0 } satisfies Kept));
  };

  async function save(): Promise<SlipBase | null> {
    clearTimeout(timer);
    const { content, base, mark } = draft.get();
    if (mark.kind === 'conflict' || !isDirty()) return base;
    if (!base && !of.isWorthSaving(content)) return null;
    set({ mark: { kind: 'saving' } });
    try {
      const next = await of.write(content, base);
      saved = content;
      set({ base: next, mark: isDirty() ? { kind: 'changed' } : { kind: 'saved', at: new Date() } });
    } catch (error) {
      const newer = of.conflictOf(error);
      if (!newer) wait(retryMs);
      const theirs = newer && { changes: newer.changes, reason: newer.reason };
      set({ mark: newer && theirs ? { kind: 'conflict', theirs, version: newer.version } : { kind: 'failed', error } });
      throw error;
    }
    if (isDirty()) {
      keep();
      return save();
    }
    of.kept.forget();
    return draft.get().base;
  }
  async function flush(): Promise<SlipBase | null> {
    running ??= save().finally(() => {
      running = null;
    });
    return running;
  }

  function type(content: SlipContent): void {
    set({ content });
    if (!isDirty()) {
      of.kept.forget();
      return;
    }
    keep();
    const { mark } = draft.get();
    if (mark.kind === 'conflict') return;
    if (mark.kind !== 'saving') set({ mark: { kind: draft.get().base || of.isWorthSaving(content) ? 'changed' : 'nothing' } });
    wait(restMs);
  }

  return {
    draft,
    takeUp() {
      const kept = keptIn(of.kept.read());
      if (!kept || sameContent(kept, saved)) return;
      const standing = of.base?.version ?? 0;
      const { changes, reason } = kept;
      if (kept.version === standing) type({ changes, reason });
      else set({ content: { changes, reason }, mark: { kind: 'conflict', theirs: saved, version: standing } });
    },
    type,
    flush,
    settle(choice) {
      const { mark, base, content } = draft.get();
      if (mark.kind !== 'conflict') return;
      saved = mark.theirs;
      const over = base && { ...base, version: mark.version };
      set({ base: over, content: choice === 'mine' ? content : mark.theirs, mark: { kind: 'nothing' } });
      if (choice === 'theirs') return of.kept.forget();
      type(content);
      void flush().catch(() => undefined);
    },
    stop() {
      clearTimeout(timer);
      void flush().catch(() => undefined);
      clearTimeout(timer);
    },
  };
}

export function sameContent(a: SlipContent, b: SlipContent): boolean {
  return (
    a.reason === b.reason &&
    a.changes.length === b.changes.length &&
    a.changes.every((one, at) => {
      const other = b.changes[at];
      return one.quarter === other?.quarter && one.cell === other.cell && one.raw === other.raw;
    })
  );
}

function keptIn(text: string | null): Kept | null {
  return text === null ? null : (JSON.parse(text) as Kept);
}
