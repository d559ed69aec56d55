import type { Format } from '../formats';

/** Works a value out once per format and keeps it as long as the format lives. Formats never change. */
export function perFormat<T>(work: (format: Format) => T): (format: Format) => T {
  const known = new WeakMap<Format, T>();
  return (format) => {
    const before = known.get(format);
    if (before !== undefined) return before;
    const value = work(format);
    known.set(format, value);
    return value;
  };
}
