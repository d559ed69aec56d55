/** Runs of this many characters that also stood in last year's text count as taken over; shorter ones are idiom. */
const runLength = 8;

export interface Repetition {
  /** Share of this year's characters (letters, digits and Chinese ones) that stand in a run taken over, 0 to 1. */
  share: number;
  /** The longest run, as offsets in this year's text. */
  longest: { start: number; end: number } | null;
  /** Characters that were compared. */
  compared: number;
}

/**
 * How much of a text stood in another. Digits all look alike, so that a copied sentence with new numbers is still a copy;
 * spaces and punctuation are left out.
 */
export function measureRepetition(text: string, earlier: string): Repetition {
  const now = comparable(text);
  const before = comparable(earlier).characters;
  const runs = new Set<string>();
  for (let start = 0; start + runLength <= before.length; start += 1) runs.add(before.slice(start, start + runLength));
  const isTaken = new Array<boolean>(now.characters.length).fill(false);
  for (let start = 0; start + runLength <= now.characters.length; start += 1)
    if (runs.has(now.characters.slice(start, start + runLength))) isTaken.fill(true, start, start + runLength);
  const taken = isTaken.filter(Boolean).length;
  return { share: taken / Math.max(1, isTaken.length), longest: longestRun(isTaken, now.offsets), compared: isTaken.length };
}

function comparable(text: string): { characters: string; offsets: number[] } {
  let characters = '';
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset] ?? '';
    if (/[\s\p{P}\p{S}]/u.test(character)) continue;
    characters += /\p{N}/u.test(character) ? '0' : character;
    offsets.push(offset);
  }
  return { characters, offsets };
}

function longestRun(isTaken: readonly boolean[], offsets: readonly number[]): Repetition['longest'] {
  let best = { from: 0, length: 0 };
  let length = 0;
  isTaken.forEach((taken, index) => {
    length = taken ? length + 1 : 0;
    if (length > best.length) best = { from: index - length + 1, length };
  });
  if (best.length === 0) return null;
  return { start: offsets[best.from] ?? 0, end: (offsets[best.from + best.length - 1] ?? 0) + 1 };
}
