import type { Ack, OutboxEntry } from '../outbox/entry';
import type { CellSaving } from './cell-view';

/**
 * What stands in the places of a form (cells, and the text): what is stored, what is typed over it, and the change of each
 * place that is on its way. It tells nobody; whoever changes it repaints.
 */
export interface Texts {
  at(place: string): string;
  /** Goes up when a text came from elsewhere than its own input. */
  revision(place: string): number;
  saving(place: string): CellSaving;
  /** Typed here, and not even in the outbox yet. */
  isUnsaved(place: string): boolean;
  typed: ReadonlyMap<string, string>;
  /** The version that is stored as far as this tab knows; 0: never filled. */
  versionOf(place: string): number;
  /** The version that stood there when typing began. What somebody else saves meanwhile was not typed over: the server must tell of both. */
  baseOf(place: string): number;
  /** The change of this tab that was typed over has its answer. */
  rebase(ack: Pick<Ack, 'place' | 'changeId' | 'version'>): void;
  type(place: string, text: string): void;
  /** A text from elsewhere than its input: paste, undo, an earlier visit. */
  put(place: string, text: string): void;
  /** What was typed here is given up: the input shows what is stored. */
  giveUp(place: string): void;
  /** What the server holds. It shows up in its input unless the person is at work on it here. */
  keep(place: string, raw: string, version: number): void;
  /** The server has answered for a change of this place while the page stood. */
  answered(place: string): void;
  /** The newest change of each place that has not been answered for. */
  tails: Map<string, OutboxEntry>;
}

export function createTexts(): Texts {
  const stored = new Map<string, { raw: string; version: number }>();
  const typed = new Map<string, string>();
  const tails = new Map<string, OutboxEntry>();
  const revisions = new Map<string, number>();
  /** What stood on the screen when typing in a place began: a stored version, or this tab's change on its way. */
  const typedOver = new Map<string, { version: number; changeId: string | null }>();
  const answeredHere = new Set<string>();

  const at = (place: string): string => typed.get(place) ?? stored.get(place)?.raw ?? '';
  const isUnsaved = (place: string): boolean => typed.has(place) && typed.get(place) !== (tails.get(place) ?? stored.get(place))?.raw;
  const revise = (place: string): void => {
    revisions.set(place, (revisions.get(place) ?? 0) + 1);
  };

  const versionOf = (place: string): number => stored.get(place)?.version ?? 0;
  function setTyped(place: string, text: string): void {
    if (!isUnsaved(place)) typedOver.set(place, { version: versionOf(place), changeId: tails.get(place)?.changeId ?? null });
    typed.set(place, text);
  }

  return {
    at,
    isUnsaved,
    typed,
    tails,
    revision: (place) => revisions.get(place) ?? 0,
    versionOf,
    baseOf: (place) => typedOver.get(place)?.version ?? versionOf(place),
    rebase({ place, changeId, version }) {
      if (typedOver.get(place)?.changeId === changeId) typedOver.set(place, { version, changeId: null });
    },
    saving(place) {
      const tail = tails.get(place);
      if (tail?.problem) return tail.problem.kind;
      if (isUnsaved(place)) return 'unsaved';
      if (tail) return 'waiting';
      return answeredHere.has(place) ? 'saved' : 'stored';
    },
    type: setTyped,
    put(place, text) {
      setTyped(place, text);
      revise(place);
    },
    giveUp(place) {
      typed.delete(place);
      revise(place);
    },
    keep(place, raw, version) {
      const before = at(place);
      stored.set(place, { raw, version });
      if (typed.get(place) === raw && !tails.has(place)) typed.delete(place);
      if (!typed.has(place) && before !== raw) revise(place);
    },
    answered(place) {
      answeredHere.add(place);
    },
  };
}
