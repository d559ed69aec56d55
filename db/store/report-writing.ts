import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import type { ProseKey } from '@/server/domain/formats';
import { latestEvents } from './events';
import type { Reader, Tx } from './store';

/** What a text of a report was after a person's stretch of work. */
export interface TextVersion {
  reportId: string;
  key: ProseKey;
  version: number;
  text: string;
  savedBy: string;
  startedAt: Date;
  savedAt: Date;
}

/** Versions of a text, the newest first. */
export async function listTextVersions(reader: Reader, of: { reportId: string; key: ProseKey }): Promise<TextVersion[]> {
  const { reportTextVersions: table } = reader.t;
  return reader.db
    .select()
    .from(table)
    .where(and(eq(table.reportId, of.reportId), eq(table.key, of.key)))
    .orderBy(desc(table.version));
}

export async function newestTextVersion(reader: Reader, of: { reportId: string; key: ProseKey }): Promise<TextVersion | null> {
  const { reportTextVersions: table } = reader.t;
  const [row] = await reader.db
    .select()
    .from(table)
    .where(and(eq(table.reportId, of.reportId), eq(table.key, of.key)))
    .orderBy(desc(table.version))
    .limit(1);
  return row ?? null;
}

export async function insertTextVersion(tx: Tx, version: TextVersion): Promise<void> {
  await tx.db.insert(tx.t.reportTextVersions).values(version);
}

/** A later save of the same stretch of work takes the place of the one before. */
export async function replaceTextVersion(
  tx: Tx,
  of: { reportId: string; key: ProseKey; version: number },
  by: Pick<TextVersion, 'version' | 'text' | 'savedAt'>,
): Promise<void> {
  const { reportTextVersions: table } = tx.t;
  await tx.db
    .update(table)
    .set(by)
    .where(and(eq(table.reportId, of.reportId), eq(table.key, of.key), eq(table.version, of.version)));
}

const eventsAtOnce = 20;

/**
 * A text as any save of it left it, from the event log, which has every one; what came in without a save is among the versions.
 *
 * @returns null when there was no such version
 */
export async function findSavedText(reader: Reader, of: { reportId: string; key: ProseKey; version: number }): Promise<string | null> {
  let before: number | undefined;
  for (;;) {
    const events = await latestEvents(reader, {
      objectType: 'report',
      objectId: of.reportId,
      kindPrefix: 'report.text_saved',
      limit: eventsAtOnce,
      ...(before === undefined ? {} : { before }),
    });
    for (const { payload } of events) {
      const saved = payload as { key: string; after: string; version: number };
      if (saved.key === of.key && saved.version === of.version) return saved.after;
    }
    const last = events.at(-1);
    if (!last || events.length < eventsAtOnce) return keptText(reader, of);
    before = last.seq;
  }
}

async function keptText(reader: Reader, of: { reportId: string; key: ProseKey; version: number }): Promise<string | null> {
  return (await listTextVersions(reader, of)).find(({ version }) => version === of.version)?.text ?? null;
}

/** A proposed change to a paragraph of a report's text, in the stored format. */
export interface ReportSuggestion {
  id: string;
  reportId: string;
  key: ProseKey;
  before: string;
  after: string;
  follows: string;
  reason: string;
  writtenBy: string;
  writtenAt: Date;
  decision: 'taken' | 'declined' | 'withdrawn' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionText: string | null;
}

/** All suggestions of a report, oldest first. */
export async function listReportSuggestions(reader: Reader, reportId: string): Promise<ReportSuggestion[]> {
  const { reportSuggestions: table } = reader.t;
  return reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.writtenAt), asc(table.id));
}

export async function insertReportSuggestion(
  tx: Tx,
  suggestion: Omit<ReportSuggestion, 'decision' | 'decidedBy' | 'decidedAt' | 'decisionText'>,
): Promise<void> {
  await tx.db.insert(tx.t.reportSuggestions).values(suggestion);
}

/** Decides on one that waits. */
export async function decideReportSuggestion(
  tx: Tx,
  of: { reportId: string; id: string },
  decided: { decision: NonNullable<ReportSuggestion['decision']>; decidedBy: string; decidedAt: Date; decisionText: string },
): Promise<void> {
  const { reportSuggestions: table } = tx.t;
  await tx.db
    .update(table)
    .set(decided)
    .where(and(eq(table.reportId, of.reportId), eq(table.id, of.id), isNull(table.decision)));
}

/** What is said about words of a report's text. */
export interface ReportComment {
  id: string;
  reportId: string;
  key: ProseKey;
  quote: string;
  /** The comment that began the thread; null: this one did. */
  repliesTo: string | null;
  text: string;
  writtenBy: string;
  writtenAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
}

/** All that is said about a report's texts, oldest first. */
export async function listReportComments(reader: Reader, reportId: string): Promise<ReportComment[]> {
  const { reportComments: table } = reader.t;
  return reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.writtenAt), asc(table.id));
}

export async function insertReportComment(tx: Tx, comment: Omit<ReportComment, 'resolvedBy' | 'resolvedAt'>): Promise<void> {
  await tx.db.insert(tx.t.reportComments).values(comment);
}

/** Resolves what is open in a thread; what was resolved before keeps its person and time. */
export async function resolveReportComments(
  tx: Tx,
  { reportId, thread, by, at }: { reportId: string; thread: string; by: string; at: Date },
): Promise<void> {
  const { reportComments: table } = tx.t;
  const inThread = or(eq(table.id, thread), eq(table.repliesTo, thread));
  await tx.db
    .update(table)
    .set({ resolvedBy: by, resolvedAt: at })
    .where(and(eq(table.reportId, reportId), inThread, isNull(table.resolvedAt)));
}
