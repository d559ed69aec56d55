import { randomUUID } from 'node:crypto';
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { byOwner } from './by-owner';
import { maxNamed } from './max-named';
import { prepared } from './prepared';
import { type ReadBook, readBooks } from './read-books';
import type { Reader, Tx } from './store';

/** The approved filings of a year. */
export interface BooksOfYear {
  /** Unit by unit and quarter by quarter. */
  books: readonly ReadBook[];
  byUnit: ReadonlyMap<string, readonly ReadBook[]>;
}

interface KeptYear extends BooksOfYear {
  /** Of the year, before its books were read: they are at least as new. */
  mark: string;
}

/** Four years of a city, some 25 MB; the one that was asked for last stays however large it is. */
const maxKept = 16_000;
const kept = new Map<number, KeptYear>();

/** No two marks are the same, whatever database they are in: what was read under one that was taken back is never given again. */
export const newMark = (): string => randomUUID();

/** Says that approved figures of some years are others from here on. In the transaction that changes them. */
export async function markYears(tx: Tx, which: SQL): Promise<void> {
  await tx.db.update(tx.t.years).set({ ledgerMark: newMark() }).where(which);
}

/**
 * The approved filings of a year: those of the last time while the year has the mark of then, and where it has another, those whose own mark is
 * another are read anew.
 *
 * @throws Error when one of them is damaged
 */
export async function booksOfYear(reader: Reader, year: number): Promise<BooksOfYear> {
  const mark = await markOf(reader, year);
  const before = kept.get(year);
  if (mark !== '' && before?.mark === mark) return before;
  const books = before ? await readChanged(reader, year, before.books) : await readBooks(reader, ofYear(reader, year));
  const read = {
    ...{ mark, books },
    byUnit: byOwner(
      books,
      (book) => book.unitId,
      (book) => book,
    ),
  };
  if (mark !== '') keep(year, read);
  return read;
}

/**
 * Has the books of a year at hand. For whoever keeps what is made of them (`Store.kept`): where they were at hand before, all that was read for it
 * is the year's mark, and else every one of them, again each time.
 */
export async function haveYear(reader: Reader, year: number): Promise<void> {
  await booksOfYear(reader, year);
}

const ofYear = ({ t }: Reader, year: number) => ({ where: eq(t.checkedBooks.year, year) });

async function readChanged(reader: Reader, year: number, before: readonly ReadBook[]): Promise<ReadBook[]> {
  const { checkedBooks: table } = reader.t;
  const marks = await reader.db
    .select({ filingId: table.filingId, mark: table.mark })
    .from(table)
    .where(eq(table.year, year))
    .orderBy(asc(table.unitId), asc(table.quarter));
  const known = new Map(before.map((book) => [book.mark, book]));
  known.delete('');
  const changed = marks.filter(({ mark }) => !known.has(mark)).map(({ filingId }) => filingId);
  if (changed.length > maxNamed) return readBooks(reader, ofYear(reader, year));
  const others = changed.length > 0 ? await readBooks(reader, { where: inArray(table.filingId, changed) }) : [];
  const anew = new Map(others.map((book) => [book.filingId, book]));
  return marks.flatMap(({ filingId, mark }) => known.get(mark) ?? anew.get(filingId) ?? []);
}

async function markOf(reader: Reader, year: number): Promise<string> {
  const query = prepared(reader, 'checked.markOf', ({ db, t }) =>
    db
      .select({ mark: t.years.ledgerMark })
      .from(t.years)
      .where(eq(t.years.year, sql.placeholder('year'))),
  );
  return (await query.execute({ year }))[0]?.mark ?? '';
}

function keep(year: number, one: KeptYear): void {
  kept.delete(year);
  kept.set(year, one);
  let books = 0;
  for (const { books: of } of kept.values()) books += of.length;
  for (const [oldest, { books: of }] of kept) {
    if (books <= maxKept || oldest === year) return;
    kept.delete(oldest);
    books -= of.length;
  }
}
