import type { CellChange } from '@/server/queries/cell-history';

/** Typing, looking, typing again: saves of one person that follow each other this closely are one line. */
const pauseMs = 2 * 60_000;

/**
 * The changes of a cell, one line for one stretch of typing: from what stood there before it to what stood there after. Every single save
 * stays in the event log. A correction by a slip is a line of its own, and what came in a workbook.
 *
 * @param changes the newest first, as they come and go
 */
export function stretches(changes: readonly CellChange[]): CellChange[] {
  const lines: { line: CellChange; beganAt: string }[] = [];
  for (const change of changes) {
    const later = lines.at(-1);
    const follows =
      later !== undefined &&
      !isOfItsOwn(later.line) &&
      !isOfItsOwn(change) &&
      later.line.by === change.by &&
      Date.parse(later.beganAt) - Date.parse(change.at) <= pauseMs;
    if (follows) lines[lines.length - 1] = { line: { ...later.line, before: change.before }, beganAt: change.at };
    else lines.push({ line: change, beganAt: change.at });
  }
  return lines.map(({ line }) => line).filter((line) => (line.before ?? '') !== line.after);
}

function isOfItsOwn({ slip, workbook }: CellChange): boolean {
  return slip !== null || workbook !== null;
}
