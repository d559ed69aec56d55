import { toFigure } from '@/db/store/figures';
import type { TableName } from '@/db/store/log-rows';
import { readingOf, sha256Hex } from '@/server/domain/audit';
import { writeWords } from '@/server/domain/checks/office-wording';
import { type Figure, printFigure } from '@/server/domain/figures';
import type { Cell, Format } from '@/server/domain/formats';
import { type Exactness, printFact } from '@/server/domain/prose';
import { printChange } from '@/server/domain/report/stated-adjustment';
import { partHashes, type SignableContent, signableHash } from '@/server/domain/signing';

export type Row = Record<string, unknown>;

/** What a row is read with. */
export interface RowReader {
  formatOf(year: number): Format | undefined;
  yearOfReport(reportId: string): number | undefined;
  cellOf(filingId: string, cell: string): Cell | undefined;
}

/** How a table is held against the log. */
export interface VouchedTable {
  /** Whose events tell of it. */
  of: 'filing' | 'report' | 'filing or report' | 'filing or report or office' | 'office';
  /** The column that says whose row it is, for filings and reports. */
  owner?: string;
  key: (row: Row) => readonly (string | number)[];
  /** Of a table with rows of filings and reports too: whether this one is the office's. */
  isOffices?: (row: Row) => boolean;
  /** The row as the log would say it; null: a row of which the log says nothing. Columns that stand as they are may be left out. */
  as?: (row: Row, reader: RowReader) => Row | null;
  /** A row comes about without an event of its own, and then says this. Else a row of which no event tells is a difference. */
  untold?: Row;
}

/** A table that no event vouches for, and why. */
interface UnvouchedTable {
  of: null;
  why: string;
}

const byId = (row: Row) => [row.id as string];
const byOwner =
  (owner: string, ...columns: readonly string[]) =>
  (row: Row) =>
    [row[owner], ...columns.map((column) => row[column])] as (string | number)[];
const whole = { hash: (row: Row) => ({ ...row, content: sha256Hex(row.content as string) }) };

/** Every table, and what vouches for it. A new one is a line here: the compiler asks for it, and a test for its line in the README. */
export const vouchedTables: Record<TableName, VouchedTable | UnvouchedTable> = {
  filings: {
    of: 'filing',
    owner: 'id',
    key: byId,
    untold: { status: 'open', submissionNumber: 0, extendedTo: null, extension: null, extensionAsk: null },
  },
  figures: {
    of: 'filing',
    owner: 'filingId',
    key: byOwner('filingId', 'cell'),
    as: (row) => ({ ...row, reading: readingOf(toFigure(row as Parameters<typeof toFigure>[0])) }),
  },
  filingTexts: { of: 'filing', owner: 'filingId', key: byOwner('filingId', 'key') },
  declarations: { of: 'filing', owner: 'filingId', key: byOwner('filingId', 'section') },
  submissions: { of: 'filing', owner: 'filingId', key: byOwner('filingId', 'number'), as: whole.hash },
  checkedBooks: { of: 'filing', owner: 'filingId', key: byOwner('filingId') },
  remarks: { of: 'filing', owner: 'filingId', key: byId },
  remarkReplies: { of: 'filing', owner: 'remarkId', key: byId },
  chases: { of: 'filing', owner: 'filingId', key: byId },
  comments: { of: 'filing', owner: 'filingId', key: byId },
  followUps: { of: 'filing', owner: 'filingId', key: byOwner('filingId', 'anchor') },
  signOffs: { of: 'filing', owner: 'filingId', key: byOwner('filingId', 'hash') },
  restatements: {
    of: 'filing',
    owner: 'filingId',
    key: byOwner('filingId', 'cell'),
    as: (row) => ({ ...row, reading: readingOf(numberOf(row)) }),
  },
  explanations: { of: 'filing or report', owner: 'ownerId', key: byId },
  ruleNotes: { of: 'filing or report', owner: 'ownerId', key: byId },
  attachments: { of: 'filing or report or office', owner: 'ownerId', isOffices: (row) => row.ownerType === 'unit', key: byId },

  reports: { of: 'report', owner: 'id', key: byId, untold: {} },
  reportTexts: { of: 'report', owner: 'reportId', key: byOwner('reportId', 'key') },
  reportTextVersions: { of: 'report', owner: 'reportId', key: byOwner('reportId', 'key', 'version') },
  reportNotes: { of: 'report', owner: 'reportId', key: byOwner('reportId', 'place') },
  reportSuggestions: { of: 'report', owner: 'reportId', key: byId },
  reportComments: { of: 'report', owner: 'reportId', key: byId },
  carriedParagraphs: { of: 'report', owner: 'reportId', key: byId },
  reportSignatures: {
    of: 'report',
    owner: 'reportId',
    key: byId,
    as: (row) => ({ ...row, content: signedHash(row.content as string) }),
  },
  reportFacts: {
    of: 'report',
    owner: 'reportId',
    key: byId,
    as: (row) => ({
      ...row,
      printed: printFact(row as { value: string; unit: string; exactness: Exactness }),
      isRetired: row.retiredAt !== null,
    }),
  },
  reportAdjustments: {
    of: 'report',
    owner: 'reportId',
    key: byId,
    as(row, reader) {
      const format = reader.formatOf(reader.yearOfReport(row.reportId as string) ?? 0);
      const change = { value: row.value as number, decimals: row.decimals as number };
      const isKnown = format?.cells.has(row.cell as string);
      return { ...row, ...(format && isKnown ? { printed: printChange(change, format, row.cell as string) } : {}) };
    },
  },
  editions: { of: 'report', owner: 'reportId', key: byOwner('reportId', 'number'), as: whole.hash },

  years: { of: 'office', key: (row) => [row.year as number] },
  quarters: { of: 'office', key: byOwner('year', 'quarter'), untold: {} },
  indicators: { of: 'office', key: byOwner('year', 'key'), as: (row) => ({ ...row, isRetired: row.retiredAt !== null }) },
  openingBalances: {
    of: 'office',
    key: byOwner('unitId', 'year', 'cell'),
    as(row, reader) {
      const cell = reader.formatOf(row.year as number)?.cells.get(row.cell as string);
      return { ...row, printed: cell ? printFigure(numberOf(row), cell) : String(row.value) };
    },
  },
  correctionSlips: { of: 'office', key: byOwner('unitId', 'year', 'number') },
  contributionRequests: {
    of: 'office',
    key: byId,
    as: (row) => ({
      ...row,
      number: row.number ?? '',
      sentence: row.sentence ?? '本年无此项',
      isAnswered: row.answeredAt !== null,
      isWithdrawn: row.withdrawnAt !== null,
    }),
  },
  phrases: { of: 'office', key: byId, as: (row) => ({ ...row, isRetired: row.retiredAt !== null }) },
  settings: { of: 'office', key: (row) => [row.key as string], as: settingSaid },
  units: { of: 'office', key: byId },
  users: { of: 'office', key: (row) => [row.username as string] },
  posts: { of: 'office', key: byOwner('userId', 'role', 'unitId') },
  identities: { of: 'office', key: byOwner('identity') },
  secondFactors: { of: 'office', key: (row) => [row.userId as string], as: () => ({}) },
  pendingActs: { of: 'office', key: byId },
  announcements: { of: 'office', key: byId, as: (row) => ({ ...row, isWithdrawn: row.withdrawnAt !== null }) },

  loggedEvents: { of: null, why: 'the chain itself' },
  eventWords: { of: null, why: 'part of every event that says them, and so of its hash' },
  eventCircumstances: { of: null, why: 'part of every event that came about in them, and so of its hash' },
  notices: { of: null, why: 'whom an event tells something; what happened is the event, and nothing is decided by it' },
  messages: { of: null, why: 'what left the house of it; nothing is decided by it' },
  announcementDismissals: { of: null, why: 'who has put an announcement away; nothing is decided by it' },
  noticeChoices: { of: null, why: 'where somebody wants to be told; that it was changed is an event' },
  filePieces: { of: null, why: 'the bytes of each file are hashed again and compared with the hash that `attachment.added` says' },
  cellLists: { of: null, why: 'each list is named by the SHA-256 of its cells, which is checked whenever one is read' },
  remarkDrafts: { of: null, why: 'notes of one reviewer that are not sent; what is sent is a remark' },
  reportStandings: { of: null, why: 'reckoned from the tables above whenever it is out of date; nothing is signed or printed by it' },
  submissionStandings: { of: null, why: 'reckoned from the tables above whenever it is out of date; nothing is approved by it' },
  submissionFindings: { of: null, why: 'found again by the rules whenever it is out of date; nothing is approved by it' },
  findingMarks: { of: null, why: 'tells what is out of date; nothing is approved by it' },
  changes: { of: null, why: 'answers to repeated requests; nothing is decided or printed by them' },
  sessions: { of: null, why: 'who is signed in at the moment; sign-ins and endings are events' },
  formerPasswords: { of: null, why: 'secrets, by their hashes; that one was set is an event' },
  recoveryCodes: { of: null, why: 'secrets, by their hashes; that they were given, and that one was used, are events' },
  halfwaySignIns: { of: null, why: 'whose code is asked for at the moment; that it was is an event' },
  oneTimeLinks: { of: null, why: 'secrets, by their hashes; that one was issued and used is an event' },
  guessCounts: { of: null, why: 'how often a password was tried, for a day at most; that it led to a wait is an event' },
  knownSources: { of: null, why: 'from where people signed in, by hashes; it opens nothing' },
};

function numberOf(row: Row): Figure {
  return { state: 'number', value: row.value as number, decimals: row.decimals as number };
}

function signedHash(content: string): string {
  try {
    return signableHash(partHashes((JSON.parse(content) as { content: SignableContent }).content));
  } catch {
    return 'cannot be read';
  }
}

/** The steps by their names, the wording as the form shows it, the profile of passwords, of whom a second factor is asked, whether 三员 are three people, how the office is reached, whether due days lock. Whether it is the demonstration is nobody's act. */
function settingSaid(row: Row): Row | null {
  if (row.key === 'signingSteps') return { value: (row.value as { name: string }[]).map((step) => step.name) };
  if (
    row.key === 'passwordProfile' ||
    row.key === 'secondFactorPolicy' ||
    row.key === 'threeRoles' ||
    row.key === 'contact' ||
    row.key === 'dueLock'
  )
    return { value: row.value };
  if (row.key !== 'wording') return null;
  const { repetitionShare, words } = row.value as { repetitionShare: number | null; words: Parameters<typeof writeWords>[0] };
  return { value: { repetitionShare, words: writeWords(words) } };
}

export function vouchedOf(of: 'filing' | 'report' | 'office'): (VouchedTable & { table: TableName })[] {
  return Object.entries(vouchedTables).flatMap(([table, vouched]) =>
    vouched.of?.split(' or ').includes(of) ? [{ ...vouched, table: table as TableName }] : [],
  );
}
