import type { EventKind } from '../event';
import { type LoggedEvent, near, type ReplayBook, type Replays } from './replay-book';

type ReportKind = Extract<EventKind, `report.${string}`>;

/** The tables whose notes were plain before they became texts. */
const noteTables: ReadonlySet<string> = new Set(['t2', 't3', 't4']);

/** An annual report: its texts, its numbers, its signatures, its editions. */
export const replayReportKinds: Replays<ReportKind> = {
  'report.text_saved'(book, event) {
    const { key, before, after, version } = event.payload;
    found(book, event, ['reportTexts', event.objectId, key], before);
    keepText(book, event, { key, text: after, version });
  },
  'report.text_restored': null,
  'report.suggested'(book, event) {
    const { id, ...said } = event.payload;
    book.put('reportSuggestions', [id], event, { ...of(event), ...said, ...writtenBy(event), decision: null });
  },
  'report.suggestion_decided'(book, event) {
    const { id, decision, text } = event.payload;
    book.put('reportSuggestions', [id], event, { decision, decisionText: text, decidedBy: event.actorId, decidedAt: near(event.at) });
  },
  'report.commented'(book, event) {
    const { id, ...said } = event.payload;
    book.put('reportComments', [id], event, { ...of(event), ...said, ...writtenBy(event) });
  },
  'report.comment_resolved': null,
  'report.signed'(book, event) {
    const { id, step, hash, note } = event.payload;
    const signed = { signedBy: event.actorId, signedAt: near(event.at), withdrawnBy: null };
    book.put('reportSignatures', [id], event, { ...of(event), step, hash, content: hash, note, ...signed });
  },
  'report.signature_withdrawn': (book, event) =>
    book.put('reportSignatures', [event.payload.id], event, { withdrawnBy: event.actorId, withdrawnAt: near(event.at) }),
  'report.steps_set': (book, event) => book.put('settings', ['signingSteps'], event, { value: event.payload.after }),
  'report.paragraph_carried'(book, event) {
    const { id, ...said } = event.payload;
    book.put('carriedParagraphs', [id], event, { ...of(event), ...said, carriedBy: event.actorId, confirmedBy: null });
  },
  'report.carried_confirmed': (book, event) =>
    book.put('carriedParagraphs', [event.payload.id], event, { confirmedBy: event.actorId, confirmedAt: near(event.at) }),
  'report.fact_saved'(book, event) {
    const { id, name, after, evidence } = event.payload;
    book.put('reportFacts', [id], event, { ...of(event), name, printed: after, evidence, ...savedBy(event), isRetired: false });
  },
  'report.fact_retired': (book, event) => book.put('reportFacts', [event.payload.id], event, { isRetired: true }),
  'report.adjusted'(book, event) {
    const { id, cell, value, reason } = event.payload;
    const open = { countersignedBy: null, withdrawnBy: null };
    book.put('reportAdjustments', [id], event, { ...of(event), cell, printed: value, reason, ...writtenBy(event), ...open });
  },
  'report.adjustment_countersigned': (book, event) =>
    book.put('reportAdjustments', [event.payload.id], event, { countersignedBy: event.actorId, countersignedAt: near(event.at) }),
  'report.adjustment_withdrawn': (book, event) =>
    book.put('reportAdjustments', [event.payload.id], event, { withdrawnBy: event.actorId, withdrawnAt: near(event.at) }),
  'report.note_saved'(book, event) {
    const { place, before, after } = event.payload;
    if (noteTables.has(place)) return keepNote(book, event, { key: place, text: after });
    found(book, event, ['reportNotes', event.objectId, place], before);
    book.put('reportNotes', [event.objectId, place], event, { ...of(event), text: book.long(after), ...savedBy(event) });
  },
  'report.finalised'(book, event) {
    const { edition, hash } = event.payload;
    keepEdition(book, event, { edition, hash, origin: 'assembled' });
  },
  'report.imported'(book, event) {
    const { edition, hash } = event.payload;
    keepEdition(book, event, { edition, hash, origin: 'imported' });
  },
  'report.exported': null,
  'report.checked': null,
};

function keepText(book: ReplayBook, event: LoggedEvent, { key, text, version }: { key: string; text: string; version: number }): void {
  const said = { ...of(event), text: book.long(text), version, ...savedBy(event) };
  book.put('reportTexts', [event.objectId, key], event, said);
  book.put('reportTextVersions', [event.objectId, key, version], event, said, true);
}

/**
 * A note below a table from the time when notes were plain: the migration that made texts of them declared what would be read as a token
 * (`db/migrations/sqlite/0008_notes_become_texts.lent.ts`), and numbered no earlier save.
 */
function keepNote(book: ReplayBook, event: LoggedEvent, { key, text }: { key: string; text: string }): void {
  const version = Number(book.said('reportTexts', [event.objectId, key], 'version') ?? 0) + 1;
  keepText(book, event, { key, text: text.replaceAll(/\{\{([^{}]+)\}\}/g, '{{{{=$1}}}}'), version });
}

function keepEdition(book: ReplayBook, event: LoggedEvent, of: { edition: number; hash: string; origin: string }): void {
  const { edition, hash, origin } = of;
  const finalised = { finalisedBy: event.actorId, finalisedAt: near(event.at) };
  book.put('editions', [event.objectId, edition], event, { reportId: event.objectId, origin, hash, content: hash, ...finalised });
}

/** An event names the text it found: when the events before it left another, somebody changed it beside the log in between. */
function found(book: ReplayBook, event: LoggedEvent, [table, reportId, place]: [string, string, string], before: string): void {
  const known = book.row(table, [reportId, place])?.columns.get('text');
  const replayed = known && 'digest' in known ? known : book.long('');
  if ('digest' in replayed && replayed.digest !== book.digest(before))
    book.contradictions.push({
      table,
      key: `${reportId} ${place}`,
      column: 'text',
      stored: before.slice(0, 60),
      replayed: replayed.start,
      seq: event.seq,
    });
}

function of({ objectId: reportId }: LoggedEvent) {
  return { reportId };
}

function savedBy({ actorId, at }: LoggedEvent) {
  return { savedBy: actorId, savedAt: near(at) };
}

function writtenBy({ actorId, at }: LoggedEvent) {
  return { writtenBy: actorId, writtenAt: near(at) };
}
