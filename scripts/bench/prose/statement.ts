import type { FigureBook } from '@/server/domain/figures';
import type { SeededRandom } from '@/server/domain/seeded-random';
import type { Organ } from './words/organs';

/** What may be told otherwise than it is: what is right, and what a slip would make of it. Without a slip it stays as it is. */
export interface Slot {
  right: string;
  wrong: readonly string[];
}

export type Piece = string | Slot;
export type Statement = readonly Piece[];

/** The report a sentence is written about. */
export interface About {
  random: SeededRandom;
  organ: Organ;
  year: number;
  figures: FigureBook;
  /** Last year's figures, where the check has them. */
  lastYear: FigureBook | null;
}

/** One way in which offices say something. Null where the report has nothing to say it about. */
export type Form = (about: About) => Statement | null;
export type Forms = Readonly<Record<string, Form>>;

/** A sentence written with its slots: a template may hold words, slots, and whole statements. */
export function say(words: TemplateStringsArray, ...slots: readonly (Piece | Statement)[]): Statement {
  return words.flatMap((word, at): readonly Piece[] => {
    const slot = slots[at];
    return [word, ...(slot === undefined ? [] : isStatement(slot) ? slot : [slot])];
  });
}

function isStatement(slot: Piece | Statement): slot is Statement {
  return Array.isArray(slot);
}

export function joined(statements: readonly Statement[], between: string): Statement {
  return statements.flatMap((statement, at) => (at > 0 ? [between, ...statement] : statement));
}

/** A count, and the slips of a hand: a digit, one more or less, two digits changed over. */
export function counted(value: number, random: SeededRandom, { only = () => true }: { only?: (wrong: number) => boolean } = {}): Slot {
  const digits = String(value);
  const slips = [
    value + 1,
    value - 1,
    Number([...digits].reverse().join('')),
    Number(`${digits}${random.integer(0, 9)}`),
    value + random.integer(2, 9 + value),
    Math.floor(value / 10),
  ];
  return { right: digits, wrong: [...new Set(slips)].filter((slip) => slip >= 0 && slip !== value && only(slip)).map(String) };
}

export function written(statement: Statement): string {
  return statement.map((piece) => (typeof piece === 'string' ? piece : piece.right)).join('');
}

/** The same sentence with one thing wrong. Null where nothing in it can be. */
export function writtenWrong(statement: Statement, random: SeededRandom): string | null {
  const open = statement.flatMap((piece, at) => (typeof piece !== 'string' && piece.wrong.length > 0 ? [at] : []));
  if (open.length === 0) return null;
  const planted = random.pick(open);
  return statement
    .map((piece, at) => (typeof piece === 'string' ? piece : at === planted ? random.pick(piece.wrong) : piece.right))
    .join('');
}
