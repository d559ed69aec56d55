import { withoutBoilerplate } from './text-boilerplate';

/** Runs of this many characters that also stood in last year's text count as taken over; shorter ones are idiom. */
const runLength = 8;

export interface Range {
  start: number;
  end: number;
}

export interface Repetition {
  /** Share of this year's characters (letters, digits and Chinese ones) that stand in a run taken over, 0 to 1. */
  share: number;
  /** The longest run, as offsets in this year's text. */
  longest: Range | null;
  /** Characters that were compared. */
  compared: number;
  /** Every run taken over, in order. */
  runs: readonly Range[];
  /** Paragraph by paragraph; blank ones are left out. */
  paragraphs: readonly (Range & { share: number; compared: number })[];
}

/**
 * How much of a text stood in another. Digits all look alike, so that a copied sentence with new numbers is still a copy;
 * spaces, punctuation and the sentences that every report has are left out.
 */
export function measureRepetition(text: string, earlier: string): Repetition {
  const now = comparable(text);
  const before = comparable(earlier).characters;
  const known = new Set<string>();
  for (let start = 0; start + runLength <= before.length; start += 1) known.add(before.slice(start, start + runLength));
  const isTaken = new Array<boolean>(now.characters.length).fill(false);
  for (let start = 0; start + runLength <= now.characters.length; start += 1)
    if (known.has(now.characters.slice(start, start + runLength))) isTaken.fill(true, start, start + runLength);
  const runs = runsOf(isTaken, now.offsets);
  // Paragraphs and offsets both go up: each character is looked at once.
  let next = 0;
  return {
    ...shareOf(isTaken),
    longest: runs.reduce<Run | null>((best, run) => (best && best.length >= run.length ? best : run), null),
    runs,
    paragraphs: paragraphsOf(text).flatMap(({ start, end }) => {
      const from = next;
      while (next < now.offsets.length && (now.offsets[next] ?? 0) < end) next += 1;
      return text.slice(start, end).trim() === '' ? [] : [{ start, end, ...shareOf(isTaken.slice(from, next)) }];
    }),
  };
}

function shareOf(isTaken: readonly boolean[]): { share: number; compared: number } {
  return { share: isTaken.filter(Boolean).length / Math.max(1, isTaken.length), compared: isTaken.length };
}

const comparedCharacter = /[^\s\p{P}\p{S}]/gu;
const digit = /\p{N}/u;

/** The characters that count, with where each of their code units stands. */
function comparable(text: string): { characters: string; offsets: number[] } {
  const own = withoutBoilerplate(text);
  let characters = '';
  const offsets: number[] = [];
  for (const { index, 0: character } of own.matchAll(comparedCharacter)) {
    const kept = digit.test(character) ? '0' : character;
    characters += kept;
    for (let unit = 0; unit < kept.length; unit += 1) offsets.push(index + unit);
  }
  return { characters, offsets };
}

interface Run extends Range {
  /** In characters that were compared. */
  length: number;
}

function runsOf(isTaken: readonly boolean[], offsets: readonly number[]): Run[] {
  const runs: Run[] = [];
  let length = 0;
  for (let index = 0; index <= isTaken.length; index += 1) {
    if (isTaken[index]) {
      length += 1;
      continue;
    }
    if (length > 0) runs.push({ start: offsets[index - length] ?? 0, end: (offsets[index - 1] ?? 0) + 1, length });
    length = 0;
  }
  return runs;
}

function paragraphsOf(text: string): Range[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    return range;
  });
}
