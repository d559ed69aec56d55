/** The longest a comment or a reply may be, in characters: a thread is read beside a table of figures. */
export const maxSaidCharacters = 1000;
/** The longest phrase of the office's list. */
export const maxPhraseCharacters = 200;

/** One thing said on a place of a filing. */
export interface Said {
  anchor: string;
  /** ISO, or null while its thread is open. */
  resolvedAt: string | null;
}

/** What is said on one place. It is open while something of it is not resolved: writing again opens it. */
export interface Thread<T extends Said> {
  anchor: string;
  /** Oldest first. */
  said: readonly T[];
  isOpen: boolean;
}

/** Comments by place, in the order they were first made. @param comments oldest first */
export function threadsOf<T extends Said>(comments: readonly T[]): Thread<T>[] {
  const byAnchor = new Map<string, T[]>();
  for (const comment of comments) {
    const said = byAnchor.get(comment.anchor);
    if (said) said.push(comment);
    else byAnchor.set(comment.anchor, [comment]);
  }
  return [...byAnchor].map(([anchor, said]) => ({ anchor, said, isOpen: said.some((one) => one.resolvedAt === null) }));
}
