/** The known id that takes the fewest edits to reach; undefined when nothing is near enough to be meant. */
export function nearestId(wanted: string, known: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(Math.min(wanted.length, 80) / 2));
  let best: { id: string; edits: number } | undefined;
  for (const id of known) {
    if (Math.abs(id.length - wanted.length) > most) continue;
    const edits = editsBetween(wanted, id);
    if (edits <= most && (!best || edits < best.edits)) best = { id, edits };
  }
  return best?.id;
}

/** Levenshtein: insertions, deletions and replacements. */
function editsBetween(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(replaced, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
