import type { CellId } from '@/server/domain/formats';

/** What was left out of a text that was pasted, and that text. */
type StruckNote = readonly [words: string, text: string];

/**
 * What was struck out where the texts of a form were copied from. Each note holds while its cell holds that text; kept for the time the tab lives,
 * as undo is: the note is its person's to look at, not part of the figure.
 */
export function createStruckNotes(filingId: string) {
  const key = `nianbao-struck-${filingId}`;
  let notes = new Map<CellId, StruckNote>();
  return {
    /** Brings back those of before a reload: not in the first drawing, which is the server's. */
    recall(): Iterable<CellId> {
      notes = new Map([...read(key), ...notes]);
      return notes.keys();
    },
    at: (cell: CellId, text: string): string | null => {
      const note = notes.get(cell);
      return note?.[1] === text ? note[0] : null;
    },
    note(cell: CellId, words: string, text: string): void {
      notes.set(cell, [words, text]);
      try {
        sessionStorage.setItem(key, JSON.stringify([...notes]));
      } catch {
        // Without storage the note stands until the next reload.
      }
    },
  };
}

function read(key: string): [CellId, StruckNote][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
