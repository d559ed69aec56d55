import type { Ack, OutboxEntry } from '../outbox/entry';
import type { CellSaving } from './cell-view';

/**
 * What stands in the places of a form (cells, and the text), in three layers: what the server holds, over it this tab's newest
 * change that is in the outbox (the tail), over it what is typed and not in the outbox yet. The screen shows the uppermost, and a layer
 * that is gone shows what lies below: whatever became of a change, the screen never holds on to it. It tells nobody; whoever
 * changes it repaints.
 */
export interface Texts {
  at(place: string): string;
  /** Goes up when a text came from elsewhere than its own input. */
  revision(place: string): number;
  saving(place: string): CellSaving;
  /** Typed here, and not even in the outbox yet. */
  unsaved(): string[];
  /** Places whose text is not the stored one, or not known to be. */
  changed(): Iterable<string>;
  /** The version that is stored as far as this tab knows; 0: never filled. */
  versionOf(place: string): number;
  tailOf(place: string): OutboxEntry | undefined;
  /** The place whose save was answered last in this visit. */
  newestSaved(): string | null;
  type(place: string, text: string): void;
  /**
   * An input method begins in a place: until its text is typed, or it is released, the input keeps what stands in it, and what
   * comes out is typed over that.
   */
  hold(place: string): void;
  /** No input method is at work. @returns the places that were held to the end */
  release(): string[];
  /** A text from elsewhere than its input: paste, undo. */
  put(place: string, text: string): void;
  /** What is typed goes into the outbox: over which version, and over which change of this tab. */
  queue(place: string, add: (change: Pick<OutboxEntry, 'place' | 'raw' | 'baseVersion' | 'follows'>) => OutboxEntry): void;
  /** A change of an earlier visit stands on the screen again, unless the person has typed there already. */
  takeUp(entry: OutboxEntry): void;
  /**
   * The outbox merges, answers, refuses and gives up: a tail is what the outbox holds of it.
   *
   * @returns the places whose mark changed, and those of them that are rid of their change
   */
  follow(entries: readonly OutboxEntry[]): { touched: string[]; settled: string[] };
  /** What the server holds, as far as it is not older than what is known here. @returns whether it is news */
  keep(place: string, raw: string, version: number): boolean;
  /** What the server said of a place: in answer to a change, or beside a conflict. @returns whether it is news */
  answered(ack: Ack): boolean;
}

export function createTexts(): Texts {
  const stored = new Map<string, { raw: string; version: number }>();
  const tails = new Map<string, OutboxEntry>();
  const typed = new Map<string, string>();
  const revisions = new Map<string, number>();
  /** What stood on the screen when typing in a place began: a stored version, or this tab's change on its way. */
  const typedOver = new Map<string, { version: number; changeId: string | null }>();
  /** The place whose save was answered last: one tick at a time, where one has just been. */
  let newest: string | null = null;
  const composing = new Set<string>();
  /** What stands in an input while an input method is at work, where nothing else is typed. */
  const held = new Map<string, string>();

  const under = (place: string): string => (tails.get(place) ?? stored.get(place))?.raw ?? '';
  const at = (place: string): string => typed.get(place) ?? under(place);
  const versionOf = (place: string): number => stored.get(place)?.version ?? 0;

  const isUnsaved = (place: string): boolean => typed.has(place) && typed.get(place) !== held.get(place);

  function beginTyping(place: string): void {
    if (typed.has(place)) return;
    const tail = tails.get(place);
    // A change that hid what somebody else saved was not typed over theirs.
    typedOver.set(place, { version: tail?.baseVersion ?? versionOf(place), changeId: tail?.changeId ?? null });
  }

  function setTyped(place: string, text: string): void {
    beginTyping(place);
    if (held.get(place) === text) {
      release(place);
      return;
    }
    held.delete(place);
    typed.set(place, text);
    forgetSame(place);
  }

  /** A text that says what lies below it is no change, and does not hide what comes there later. */
  function forgetSame(place: string): void {
    if (!held.has(place) && typed.get(place) === under(place)) typed.delete(place);
  }

  function keepShown(place: string): void {
    if (typed.has(place)) return;
    beginTyping(place);
    held.set(place, at(place));
    typed.set(place, at(place));
  }

  function release(place: string): void {
    below(place, () => {
      held.delete(place);
      typed.delete(place);
    });
  }

  /** Changes a layer; when that changes what is to be seen, the input is told. */
  function below(place: string, change: () => void): void {
    const before = at(place);
    change();
    forgetSame(place);
    if (at(place) !== before) revisions.set(place, (revisions.get(place) ?? 0) + 1);
  }

  function isNews(place: string, raw: string, version: number): boolean {
    const known = stored.get(place) ?? { raw: '', version: 0 };
    return version > known.version || (version === known.version && raw !== known.raw);
  }

  return {
    at,
    revision: (place) => revisions.get(place) ?? 0,
    saving(place) {
      const tail = tails.get(place);
      if (tail?.problem) return tail.problem.kind;
      if (isUnsaved(place)) return 'unsaved';
      if (tail) return 'waiting';
      return place === newest ? 'saved' : 'stored';
    },
    unsaved: () => [...typed.keys()].filter(isUnsaved),
    changed: () => new Set([...tails.keys(), ...typed.keys()]),
    versionOf,
    tailOf: (place) => tails.get(place),
    newestSaved: () => newest,
    type: setTyped,
    hold(place) {
      composing.add(place);
      keepShown(place);
    },
    release() {
      composing.clear();
      const places = [...held.keys()];
      for (const place of places) release(place);
      return places;
    },
    put(place, text) {
      below(place, () => setTyped(place, text));
    },
    queue(place, add) {
      const raw = typed.get(place);
      if (raw === undefined || !isUnsaved(place)) return;
      const tail = tails.get(place);
      // Somebody else may have saved since typing began: what was not typed over the server must tell of.
      const baseVersion = tail?.baseVersion ?? typedOver.get(place)?.version ?? versionOf(place);
      tails.set(place, add({ place, raw, baseVersion, follows: tail?.changeId ?? null }));
      typed.delete(place);
      if (composing.has(place)) keepShown(place);
    },
    takeUp(entry) {
      if (!typed.has(entry.place)) below(entry.place, () => tails.set(entry.place, entry));
    },
    follow(entries) {
      const touched: string[] = [];
      const settled: string[] = [];
      for (const [place, tail] of tails) {
        const now = entries.find((entry) => entry.changeId === tail.changeId);
        if (now === tail) continue;
        touched.push(place);
        if (now) {
          tails.set(place, now);
          continue;
        }
        settled.push(place);
        below(place, () => tails.delete(place));
      }
      return { touched, settled };
    },
    keep(place, raw, version) {
      if (!isNews(place, raw, version)) return false;
      below(place, () => stored.set(place, { raw, version }));
      return true;
    },
    answered({ place, changeId, raw, version }) {
      if (changeId !== null) {
        if (version >= versionOf(place)) newest = place;
        if (typedOver.get(place)?.changeId === changeId) typedOver.set(place, { version, changeId: null });
      }
      const isNew = isNews(place, raw, version);
      below(place, () => {
        if (tails.get(place)?.changeId === changeId) tails.delete(place);
        if (isNew) stored.set(place, { raw, version });
      });
      return isNew;
    },
  };
}
