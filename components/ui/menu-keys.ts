/**
 * Which act of a menu a key leads to: the arrows go round, Home and End to the ends, a character to the next act that begins with it.
 *
 * @param at where the focus is; -1 while it is on the button that opens the menu
 * @returns null where the key means nothing to a menu
 */
export function menuPlace(key: string, at: number, acts: readonly string[]): number | null {
  const count = acts.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if ([...key].length !== 1 || key === ' ') return null;
      const ahead = acts.map((_, step) => (at + 1 + step) % count);
      return ahead.find((place) => acts[place]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
    }
  }
}
