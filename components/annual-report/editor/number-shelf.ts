import type { ProseSources } from '@/server/domain/prose';
import { describeNumber, type LiveNumber } from './describe-number';

/** What every live number on the screen is drawn from; drawn anew all together when the figures change. */
export interface NumberShelf {
  describe: (source: string) => LiveNumber;
  label: (number: LiveNumber) => string;
  /** New figures, facts or words: whatever reads otherwise now is drawn again. */
  stock: (sources: ProseSources, label: (number: LiveNumber) => string) => void;
  /** @returns what stops it */
  watch: (draw: () => void) => () => void;
}

export function createNumberShelf(sources: ProseSources, label: (number: LiveNumber) => string): NumberShelf {
  let [from, say] = [sources, label];
  let known = new Map<string, LiveNumber>();
  const watching = new Set<() => void>();
  return {
    describe(source) {
      const found = known.get(source) ?? describeNumber(source, from);
      known.set(source, found);
      return found;
    },
    label: (number) => say(number),
    stock(nextSources, nextLabel) {
      if (nextSources === from && nextLabel === say) return;
      [from, say] = [nextSources, nextLabel];
      known = new Map();
      for (const draw of watching) draw();
    },
    watch(draw) {
      watching.add(draw);
      return () => watching.delete(draw);
    },
  };
}
