import { eq, gt } from 'drizzle-orm';
import type { EventKind } from '@/server/domain/audit';
import type { Reader } from './store';
import type { Question } from './was-read';

/**
 * Of which there are as many rows as the office has quarters, or whose rows are large, and which few acts change. To ask them again takes long; what
 * happened to them is in the log.
 */
export const ledgerTables: ReadonlySet<string> = new Set([
  'units',
  'years',
  'quarters',
  'filings',
  'submissions',
  'checked_books',
  'cell_lists',
  'editions',
]);

/** What happens all day long and writes into none of them. A test holds every procedure against it. */
export const leavesLedger: ReadonlySet<EventKind> = new Set<EventKind>([
  'figure.saved',
  'text.saved',
  'declaration.made',
  'declaration.lapsed',
  'declaration.withdrawn',
  'explanation.written',
  'exception.countersigned',
  'remark.answered',
  'remark.replied',
  'comment.written',
  'comment.resolved',
  'follow_up.marked',
  'follow_up.cleared',
  'report.text_saved',
  'report.commented',
  'report.signed',
  'report.exported',
  'audit.exported',
  'report.checked',
  'filing.checked',
  'rule.noted',
  'workbook.taken_out',
  'workbook.taken_in',
  'person.notices_chosen',
  'session.confirmed',
  'session.started',
  'session.ended',
  'session.refused',
  'refused',
]);

/**
 * Which questions have the answer that they had when the log ended there, by what has happened since: those about nothing but the ledger, as long as
 * nothing happened that writes into it.
 */
export async function unmovedSince(reader: Reader, seq: number): Promise<(question: Question) => boolean> {
  const { loggedEvents: e, eventWords: w } = reader.t;
  const since = await reader.db.selectDistinct({ kind: w.word }).from(e).innerJoin(w, eq(w.id, e.kind)).where(gt(e.seq, seq));
  return since.every(({ kind }) => leavesLedger.has(kind as EventKind)) ? isAboutLedger : () => false;
}

/** Every table that is named is one of them. What is written in another way than the builders write it is not known. */
export function isAboutLedger({ sql }: Question): boolean {
  const named = [...sql.matchAll(/\b(?:from|join)\s+(?:"(\w+)"|(\())?/gi)];
  return named.length > 0 && named.every(([, table, isSubquery]) => (table ? ledgerTables.has(table) : isSubquery !== undefined));
}
