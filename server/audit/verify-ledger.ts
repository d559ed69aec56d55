import type { Reader } from '@/db/store';
import {
  countEvents,
  eventsAfter,
  eventsAfterOfAnyVersion,
  eventsOf,
  idsIn,
  objectsSince,
  officeEvents,
  rowsOf,
  type TableName,
} from '@/db/store/log-rows';
import { emptyVector, figureIn, readCellList, unpackFigures } from '@/db/store/packed-figures';
import type { Snapshot } from '@/db/store/snapshot';
import { type ChainedEvent, readingOf } from '@/server/domain/audit';
import { compareRow } from '@/server/domain/audit/replay/compare-row';
import {
  type Contradiction,
  type FrozenFiling,
  keyOf,
  type ReplayBook,
  type ReplayedRow,
  type ReplayedSlip,
  replayBook,
} from '@/server/domain/audit/replay/replay-book';
import { replayEvent } from '@/server/domain/audit/replay/replay-event';
import type { Format } from '@/server/domain/formats';
import { getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import { readSubmission } from '@/server/views/submission-content';
import { compareFiles, type LoggedFiles, noteFiles } from './compare-files';
import { type DifferencePlace, placesIn } from './difference-place';
import type { VerifiedPoint } from './verified-point';
import { type ChainVerdict, digestHere, type KeptHead, verifyChain } from './verify-chain';
import { type Row, type RowReader, type VouchedTable, vouchedOf } from './vouched-tables';

/** A row, or a column of one, that is not as the log says. */
export interface Difference extends DifferencePlace {
  table: TableName;
  /** Its key in the table. */
  key: string;
  /** `row`: it is there and no event tells of it, or the other way round. */
  column: string;
  stored: unknown;
  /** What the log says. */
  replayed: unknown;
  /** The event that says it; null: there is none. */
  event: number | null;
}

export interface ReplayVerdict {
  /** How much was compared. */
  compared: { cells: number; ledgerCells: number; submissions: number; editions: number; texts: number; files: number; rows: number };
  differenceCount: number;
  /** The first so many of them. */
  differences: Difference[];
  /** What was not compared, and why. */
  notCompared: string[];
}

export interface LedgerVerdict extends ChainVerdict {
  /** Null when no head was given. */
  headFound: boolean | null;
  schema: Snapshot['schema'];
  /** Null: the chain is broken, or the schema is another than this program's, so nothing could be replayed. */
  replay: ReplayVerdict | null;
}

export const mostDifferences = 1_000;
const eventsAtOnce = 5_000;
const objectsAtOnce = 40;

/**
 * Whether the log holds together, and whether the database says what the log says: every row that an event vouches for is rebuilt from the
 * events and compared, every frozen content is hashed again. Nothing is written. It works through the filings and reports some at a time, so
 * that what it holds in memory does not grow with the log.
 *
 * @param since up to where all of it was verified before: the chain is walked from there, and of filings and reports only those are replayed
 *   to which something has happened since. What was done to the others beside the log is not seen
 */
export async function verifyLedger(
  snapshot: Pick<Snapshot, 'read' | 'schema'>,
  heads: readonly KeptHead[] = [],
  since: VerifiedPoint | null = null,
): Promise<LedgerVerdict> {
  const { read, schema } = snapshot;
  const office = officeBook();
  if (since && schema.is === 'current') await replayOffice(read, office, since.seq);
  const chain = await verifyChain(
    read,
    heads,
    (event) => {
      if (schema.is === 'current' && event.objectType !== 'filing' && event.objectType !== 'report') replayEvent(office, event);
    },
    since,
    schema.is === 'current' ? eventsAfter : eventsAfterOfAnyVersion,
  );
  const headFound = heads.length === 0 ? null : chain.heads.every((head) => head.found);
  const verdict = { ...chain, headFound, schema };
  if (chain.fault || schema.is !== 'current') return { ...verdict, replay: null };
  return { ...verdict, replay: await replayAll(read, office, since) };
}

/** What happened to the office itself is little, and everything else rests on it. */
async function replayOffice(read: Reader, office: ReplayBook, upTo: number): Promise<void> {
  for (let after = 0; ; ) {
    const page = await officeEvents(read, { after, upTo, limit: eventsAtOnce });
    for (const event of page) replayEvent(office, event);
    if (page.length < eventsAtOnce) return;
    after = page.at(-1)?.seq ?? upTo;
  }
}

/** Of the office's own events nothing has to be looked up. */
function officeBook(): ReplayBook {
  return replayBook({
    digest: digestHere,
    cellOf: () => undefined,
    typedCells: () => [],
    slipOf: () => undefined,
    frozenIn: () => null,
  });
}

async function replayAll(read: Reader, office: ReplayBook, since: VerifiedPoint | null): Promise<ReplayVerdict> {
  const places = await placesIn(read);
  const forms = await formsIn(read);
  const verdict: ReplayVerdict = {
    compared: { cells: 0, ledgerCells: 0, submissions: 0, editions: 0, texts: 0, files: 0, rows: 0 },
    differenceCount: 0,
    differences: [],
    notCompared: [],
  };
  const differ = (difference: Omit<Difference, keyof DifferencePlace>, row?: Row) => {
    verdict.differenceCount += 1;
    if (verdict.differences.length < mostDifferences)
      verdict.differences.push({ ...difference, ...places(difference.table, difference.key, row) });
  };
  const compare = comparer(verdict.compared, differ);
  await compareOffice(read, { office, compare, reader: { ...forms, cellOf: () => undefined }, verdict });
  const files: LoggedFiles = new Map();
  noteFiles(files, office);
  if (since) verdict.notCompared.push(`filings and reports to which nothing has happened since event ${since.seq}`);
  for (const of of ['filing', 'report'] as const)
    for await (const { ids, events } of batches(read, of, since && (await objectsSince(read, of, since.seq)))) {
      const rows = await rowsOfOwners(read, of, ids);
      const cellOf = (filingId: string, cell: string) => forms.formOf(filingId)?.cells.get(cell);
      const book = replayBook({
        digest: digestHere,
        cellOf,
        typedCells: (filingId, section) => {
          const form = forms.formOf(filingId);
          return form ? leafCells(form).flatMap((cell) => (cell.section === section && cell.addsUp !== 'opening' ? [cell.id] : [])) : [];
        },
        slipOf: (unitId, year, number) => slipIn(office, unitId, year, number),
        frozenIn: frozenReader(rows.get('submissions') ?? []),
      });
      for await (const page of events) for (const event of page) replayEvent(book, event);
      for (const contradiction of book.contradictions) differ(contradictionOf(contradiction));
      const reader = { ...forms, cellOf };
      for (const vouched of vouchedOf(of))
        compare(vouched, rows.get(vouched.table) ?? [], { book, reader, wasWithdrawn: (row) => isOfWithdrawnYear(office, row) });
      if (of === 'filing') await compareLedger(read, { book, rows, differ, compared: verdict.compared });
      noteFiles(files, book);
    }
  verdict.compared.files = await compareFiles(read, files, differ);
  return verdict;
}

/** What belongs to a year that was taken back is gone with it. */
function isOfWithdrawnYear(office: ReplayBook, row: ReplayedRow): boolean {
  const year = row.columns.get('year');
  return year !== undefined && 'is' in year && office.tables.get('years')?.get(String(year.is))?.isGone === true;
}

type Compare = (
  vouched: VouchedTable & { table: TableName },
  rows: readonly Row[],
  of: { book: ReplayBook; reader: RowReader; wasWithdrawn?: (row: ReplayedRow) => boolean },
) => void;

function comparer(
  compared: ReplayVerdict['compared'],
  differ: (difference: Omit<Difference, keyof DifferencePlace>, row?: Row) => void,
): Compare {
  return ({ table, key, as, untold }, rows, { book, reader, wasWithdrawn = () => false }) => {
    const said = book.tables.get(table) ?? new Map<string, ReplayedRow>();
    const seen = new Set<string>();
    for (const row of rows) {
      const stored = as ? as(row, reader) : row;
      if (stored === null) continue;
      const name = keyOf(key(row));
      seen.add(name);
      count(compared, table);
      const replayed = said.get(name);
      if (!replayed || replayed.isGone) {
        if (untold)
          compareUntold(untold, stored, (column, value, wanted) =>
            differ({ table, key: name, column, stored: value, replayed: wanted, event: null }, row),
          );
        else differ({ table, key: name, column: 'row', stored: 'there', replayed: 'not there', event: replayed?.seq ?? null }, row);
        continue;
      }
      for (const difference of compareRow(stored, replayed, digestHere))
        differ({ table, key: name, ...difference, event: replayed.seq }, row);
      if (untold)
        compareUntold(untold, stored, (column, value, wanted) => {
          if (!replayed.columns.has(column))
            differ({ table, key: name, column, stored: value, replayed: wanted, event: replayed.seq }, row);
        });
    }
    for (const [name, replayed] of said)
      if (!replayed.isGone && !replayed.isOptional && !seen.has(name) && !wasWithdrawn(replayed))
        differ({ table, key: name, column: 'row', stored: 'not there', replayed: 'there', event: replayed.seq });
  };
}

/** What a row says of which no event has told yet. */
function compareUntold(untold: Row, stored: Row, differ: (column: string, stored: unknown, replayed: unknown) => void): void {
  for (const [column, wanted] of Object.entries(untold)) if (stored[column] !== wanted) differ(column, stored[column], wanted);
}

function count(compared: ReplayVerdict['compared'], table: TableName): void {
  compared.rows += 1;
  if (table === 'figures') compared.cells += 1;
  if (table === 'submissions') compared.submissions += 1;
  if (table === 'editions') compared.editions += 1;
  if (table === 'filingTexts' || table === 'reportTexts' || table === 'reportNotes') compared.texts += 1;
}

const ofPeople: ReadonlySet<TableName> = new Set(['units', 'users', 'posts']);

/**
 * Units, people, years and what else the office keeps. Where the root of the units was not made by an act (the demonstration, a rehearsal),
 * units, people and posts are not in the log from the beginning, and are not held against it. Nobody can bring that about later: a log that
 * tells of the root's making goes on telling it.
 */
async function compareOffice(
  read: Reader,
  { office, compare, reader, verdict }: { office: ReplayBook; compare: Compare; reader: RowReader; verdict: ReplayVerdict },
): Promise<void> {
  const isFounded = [...(office.tables.get('units')?.keys() ?? [])].some((id) => office.said('units', [id], 'parentId') === null);
  if (!isFounded) verdict.notCompared.push('units, users, posts: the log does not tell of their making from the beginning');
  for (const vouched of vouchedOf('office')) {
    if (!isFounded && ofPeople.has(vouched.table)) continue;
    const { isOffices = () => true } = vouched;
    const rows = (await rowsOf(read, vouched.table)).filter(isOffices);
    compare(vouched, vouched.table === 'posts' ? countedPosts(rows) : rows, { book: office, reader });
  }
}

/** The rows of a post that somebody was given, ended and given again, as one. */
function countedPosts(rows: readonly Row[]): Row[] {
  const counted = new Map<string, Row & { given: number; held: number }>();
  for (const { userId, role, unitId, endedAt } of rows) {
    const key = `${userId} ${role} ${unitId}`;
    const one = counted.get(key) ?? { userId, role, unitId, given: 0, held: 0 };
    counted.set(key, { ...one, given: one.given + 1, held: one.held + (endedAt === null ? 1 : 0) });
  }
  return [...counted.values()];
}

/** The forms of all filings, with every indicator that their years ever had; and the years of the reports. */
async function formsIn(read: Reader) {
  const formats = new Map<number, Format>();
  const indicators = await rowsOf(read, 'indicators');
  for (const row of await rowsOf(read, 'years')) {
    const year = row.year as number;
    try {
      const format = getFormat(row.format as Format['id'], row.rowVariant as Format['rowVariant']);
      const own = indicators.filter((one) => one.year === year).sort((a, b) => ((a.key as string) < (b.key as string) ? -1 : 1));
      formats.set(year, own.length > 0 ? withIndicators(format, own as unknown as Indicator[]) : format);
    } catch {
      // A format that there is not is a difference of the year itself.
    }
  }
  const years = new Map((await rowsOf(read, 'filings')).map((row) => [row.id as string, row.year as number]));
  const reports = new Map((await rowsOf(read, 'reports')).map((row) => [row.id as string, row.year as number]));
  return {
    formatOf: (year: number) => formats.get(year),
    formOf: (filingId: string) => formats.get(years.get(filingId) ?? 0),
    yearOfReport: (reportId: string) => reports.get(reportId),
  };
}

function slipIn(office: ReplayBook, unitId: string, year: number, number: number): ReplayedSlip | undefined {
  const key = [unitId, year, number];
  const row = office.row('correctionSlips', key);
  if (!row) return undefined;
  const signedAt = row.columns.get('signedAt');
  return {
    signedBy:
      (office.said('correctionSlips', key, 'signedBy') as string | null) ?? (office.said('correctionSlips', key, 'writtenBy') as string),
    signedAt: signedAt && 'near' in signedAt ? signedAt.near : null,
    changes: office.said('correctionSlips', key, 'changes') as ReplayedSlip['changes'],
  };
}

function frozenReader(submissions: readonly Row[]): (filingId: string, number: number) => FrozenFiling | null {
  const contents = new Map(submissions.map((row) => [`${row.filingId} ${row.number}`, row.content as string]));
  return (filingId, number) => {
    const content = contents.get(`${filingId} ${number}`);
    try {
      return content === undefined ? null : readSubmission(content);
    } catch {
      return null;
    }
  };
}

/** Filings or reports some at a time, whether they are there, only their rows are, or only their events; each with its events in pages. */
async function* batches(
  read: Reader,
  of: 'filing' | 'report',
  only: ReadonlySet<string> | null,
): AsyncGenerator<{ ids: string[]; events: AsyncIterable<ChainedEvent[]> }> {
  const counts = await countEvents(read, of);
  const known = new Set(counts.keys());
  for (const { table, owner } of vouchedOf(of))
    if (owner === 'id' || owner === `${of}Id`) for (const id of await idsIn(read, table, owner)) known.add(id);
  let ids: string[] = [];
  let events = 0;
  for (const id of [...known].filter((one) => only === null || only.has(one)).sort()) {
    const own = counts.get(id) ?? 0;
    if (ids.length > 0 && (ids.length >= objectsAtOnce || events + own > eventsAtOnce)) {
      yield { ids, events: pagesOf(read, of, ids, events) };
      [ids, events] = [[], 0];
    }
    ids.push(id);
    events += own;
  }
  if (ids.length > 0) yield { ids, events: pagesOf(read, of, ids, events) };
}

/** One object with more events than are read at once comes in pages; several come together. */
async function* pagesOf(read: Reader, of: string, ids: readonly string[], events: number): AsyncGenerator<ChainedEvent[]> {
  for (let after = 0, left = events; left > 0; ) {
    const page = await eventsOf(read, of, ids, { after, limit: eventsAtOnce });
    if (page.length === 0) return;
    yield page;
    left -= page.length;
    after = page.at(-1)?.seq ?? after;
  }
}

async function rowsOfOwners(read: Reader, of: 'filing' | 'report', ids: readonly string[]): Promise<Map<TableName, Row[]>> {
  const rows = new Map<TableName, Row[]>();
  for (const { table, owner } of vouchedOf(of)) {
    if (!owner) continue;
    const owners = owner === 'remarkId' ? (rows.get('remarks') ?? []).map((row) => row.id as string) : ids;
    rows.set(table, owners.length > 0 ? await rowsOf(read, table, { column: owner, is: owners }) : []);
  }
  return rows;
}

/** The ledger that is rolled up, cell by cell, against the submission that the log says was approved. */
async function compareLedger(
  read: Reader,
  {
    book,
    rows,
    differ,
    compared,
  }: {
    book: ReplayBook;
    rows: Map<TableName, Row[]>;
    differ: (difference: Omit<Difference, keyof DifferencePlace>, row?: Row) => void;
    compared: ReplayVerdict['compared'];
  },
): Promise<void> {
  const books = rows.get('checkedBooks') ?? [];
  const hashes = [...new Set(books.map((row) => row.cellList as string))];
  const lists = hashes.length > 0 ? await rowsOf(read, 'cellLists', { column: 'hash', is: hashes }) : [];
  const frozenIn = frozenReader(rows.get('submissions') ?? []);
  for (const row of books) {
    const filingId = row.filingId as string;
    const said = book.row('checkedBooks', [filingId]);
    if (!said) continue;
    for (const column of ['unitId', 'year', 'quarter']) {
      const wanted = book.said('filings', [filingId], column);
      if (wanted !== undefined && row[column] !== wanted)
        differ({ table: 'checkedBooks', key: filingId, column, stored: row[column], replayed: wanted, event: said.seq }, row);
    }
    const approved = frozenIn(filingId, Number(book.said('checkedBooks', [filingId], 'submissionNumber')));
    if (!approved) continue;
    const at = (cell: string) => ({ table: 'checkedBooks' as const, key: `${filingId} ${cell}`, column: 'figures', event: said.seq });
    const stored = unpacked(row, lists);
    if (typeof stored === 'string') {
      differ({ ...at(''), stored, replayed: 'figures' }, row);
      continue;
    }
    for (const [cell, figure] of Object.entries(approved.figures)) {
      if (figure.state !== 'number' && figure.state !== 'not_applicable') continue;
      compared.ledgerCells += 1;
      const reading = readingOf(figure);
      if (stored.get(cell) !== reading) differ({ ...at(cell), stored: stored.get(cell) ?? 'not there', replayed: reading }, row);
      stored.delete(cell);
    }
    for (const [cell, reading] of stored) differ({ ...at(cell), stored: reading, replayed: 'not there' }, row);
  }
}

/** Its figures by cell; or why they cannot be read. */
function unpacked(row: Row, lists: readonly Row[]): Map<string, string> | string {
  try {
    const list = lists.find((one) => one.hash === row.cellList);
    if (!list) return `no cell list ${row.cellList}`;
    const cells = readCellList(list as { hash: string; cells: string });
    const vector = emptyVector(cells.length);
    unpackFigures(row.figures as string, vector, row.filingId as string);
    return new Map(cells.map((cell, place) => [cell, readingOf(figureIn(vector, place))]));
  } catch (error) {
    return (error as Error).message;
  }
}

function contradictionOf({ table, key, column, stored, replayed, seq }: Contradiction): Omit<Difference, keyof DifferencePlace> {
  return { table: table as TableName, key, column, stored, replayed, event: seq };
}
