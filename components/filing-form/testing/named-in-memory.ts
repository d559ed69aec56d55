import { namedSpare, type Spare } from '../outbox/spare';

/** A spare for tests; `max` entries are what it has room for. */
export function namedInMemory(max = Number.POSITIVE_INFINITY): Spare {
  const kept = new Map<string, string>();
  return namedSpare(() => ({
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (kept.size >= max && !kept.has(key)) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  }));
}
