import { keepNewest } from '@/server/domain/keep-newest';
import type { Reader } from './store';
import type { Question } from './was-read';

/** What somebody made of the database the last time. */
interface Made<Read> {
  value: unknown;
  /** What it was made of. */
  read: Read;
}

/** How an engine reads for what is kept. */
export interface Witness<Read> {
  /** Makes something within one moment of what is committed, with what was read for it. */
  witnessed<T>(make: (reader: Reader) => Promise<T>): Promise<{ value: T; read: Read }>;
  /** Whether the same questions, asked again in one moment, have the same answers. */
  stillReads(read: Read): boolean | Promise<boolean>;
}

/** The questions for something that is kept, each as one text, and a hash of all the answers. */
export interface AskedAgain {
  questions: readonly Question[];
  /** SHA-256. */
  digest: string;
}

/** A form with its questions takes some 200 kB. */
const maxForms = 200;

/**
 * Keeps what was made (`Store.kept`). Nobody has to tell it that something was changed: a value is given again only when everything that was read
 * for it reads the same now, so it is what would be made now.
 */
export function keepMade<Read>({ witnessed, stillReads }: Witness<Read>, maxKept = maxForms) {
  const known = new Map<string, Made<Read>>();
  return async <T>(key: string, make: (reader: Reader) => Promise<T>): Promise<T> => {
    const before = known.get(key);
    const made = before && (await stillReads(before.read)) ? before : await witnessed(make);
    keepNewest(known, key, made, maxKept);
    return made.value as T;
  };
}
