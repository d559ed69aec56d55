import type { ChainedEvent } from '../chain';
import type { EventKind } from '../event';
import { isPracticePeriod } from '../quarter-period';
import type { ReplayBook, Replays } from './replay-book';
import { replayFilingKinds } from './replay-filing';
import { replayOfficeKinds } from './replay-office';
import { replayReportKinds } from './replay-report';

/** Every kind of event. A new one is a line in one of the three; the compiler asks for it. */
const replays: Replays<EventKind> = { ...replayFilingKinds, ...replayReportKinds, ...replayOfficeKinds };

/** Takes an event into the book. A kind that is not known here was written by a newer program. */
export function replayEvent(book: ReplayBook, event: ChainedEvent): void {
  placeOf(book, event);
  const replay = replays[event.kind] as ((book: ReplayBook, event: ChainedEvent) => void) | null | undefined;
  replay?.(book, event);
}

/**
 * Whose filing or report it is: said by its first event, and not otherwise by a later one. What was refused may be about a report that was
 * made for it and taken back with it.
 */
function placeOf(book: ReplayBook, event: ChainedEvent): void {
  const { kind, objectType, objectId, unitId, period } = event;
  if (kind === 'refused' || unitId === null || period === null) return;
  if (objectType !== 'filing' && objectType !== 'report') return;
  const columns = objectType === 'filing' ? filingPlace(unitId, period) : { unitId, year: Number(period) };
  const table = objectType === 'filing' ? 'filings' : 'reports';
  const known = book.row(table, [objectId]);
  if (!known?.columns.has('unitId')) {
    book.put(table, [objectId], event, columns);
    return;
  }
  for (const [column, value] of Object.entries(columns)) {
    const before = book.said(table, [objectId], column);
    if (before !== value) book.contradictions.push({ table, key: objectId, column, stored: value, replayed: before, seq: event.seq });
  }
}

function filingPlace(unitId: string, period: string): Record<string, unknown> {
  const [, year, quarter] = /^(\d+)Q(\d)/.exec(period) ?? [];
  return { unitId, year: Number(year), quarter: Number(quarter), isPractice: isPracticePeriod(period) };
}
