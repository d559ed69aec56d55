import { type LiteralKind, literalPatterns } from './patterns/literals';

export interface LiteralRange {
  start: number;
  end: number;
  kind: LiteralKind;
}

/** Every stretch of the plain text whose numbers are names, dates, references; in order of the table, then of place. */
export function findLiterals(plain: string): LiteralRange[] {
  return literalPatterns.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, kind })),
  );
}

/** For the offset of a character, the literal it belongs to: of several, the first row of the table. */
export function literalAt(plain: string): (offset: number) => LiteralRange | undefined {
  const ranges = findLiterals(plain);
  const owner = new Int32Array(plain.length);
  ranges.forEach((range, index) => {
    for (let at = range.start; at < range.end; at += 1) if (owner[at] === 0) owner[at] = index + 1;
  });
  return (offset) => ranges[(owner[offset] ?? 0) - 1];
}
