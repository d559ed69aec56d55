export interface Numbered<T> {
  of: T;
  at: number;
}

/** Rows and heads repeat their words, and never move: their place is their name. */
export function numbered<T>(all: readonly T[]): Numbered<T>[] {
  return all.map((of, at) => ({ of, at }));
}
