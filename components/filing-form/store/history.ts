import type { CellId } from '@/server/domain/formats';
import { afterFrame } from './after-frame';

/** What one act changed: an edit of one cell, a paste of many. */
export type Step = readonly { cell: CellId; before: string; after: string }[];

export interface History {
  push(step: Step): void;
  undo(): Step | null;
  redo(): Step | null;
}

const maxSteps = 50;

/** Undo and redo of a form in this tab; kept for the time the tab lives, so that a reload does not take it away. */
export function createHistory(filingId: string): History {
  const key = `nianbao-undo-${filingId}`;
  let { done, undone } = read(key);
  // A cell is left on the way to the next: the way comes first.
  const keeping = afterFrame(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ done, undone }));
    } catch {
      // Without storage, or with it full, undo works until the next reload.
    }
  });
  const keep = keeping.ask;
  return {
    push(step) {
      const changes = step.filter((change) => change.before !== change.after);
      if (changes.length === 0) return;
      done = [...done, changes].slice(-maxSteps);
      undone = [];
      keep();
    },
    undo() {
      const step = done.at(-1);
      if (!step) return null;
      done = done.slice(0, -1);
      undone = [...undone, step];
      keep();
      return step;
    },
    redo() {
      const step = undone.at(-1);
      if (!step) return null;
      undone = undone.slice(0, -1);
      done = [...done, step];
      keep();
      return step;
    },
  };
}

function read(key: string): { done: Step[]; undone: Step[] } {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (isKept(kept)) return kept;
  } catch {
    // Nothing kept, or nothing that can be read.
  }
  return { done: [], undone: [] };
}

function isKept(value: unknown): value is { done: Step[]; undone: Step[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'done' in value &&
    Array.isArray(value.done) &&
    'undone' in value &&
    Array.isArray(value.undone)
  );
}
