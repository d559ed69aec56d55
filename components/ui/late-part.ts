/** A part of the page's script that is wanted only at some act: it comes after the page stands, and before that act is likely. */
export interface LatePart<T> {
  preload(): void;
  /** At once when it is there; else as soon as it is, or `onMissing` when it does not come now. */
  use(work: (part: T) => void, onMissing?: () => void): void;
}

export function latePart<T>(load: () => Promise<T>): LatePart<T> {
  let part: T | null = null;
  const ready = async (): Promise<T> => {
    part ??= await load();
    return part;
  };
  // Without a network it is asked for again at the next act.
  const missing = (): void => {};
  return {
    preload: () => void ready().catch(missing),
    use(work, onMissing = missing) {
      if (part) work(part);
      else ready().then(work, onMissing);
    },
  };
}
