import { findReport, listReportComments, listReportSuggestions, listTextVersions, type Reader } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';

/** A proposed change to a paragraph of a text, as its writer and its author see it. Texts are as stored. */
export interface SuggestionLine {
  id: string;
  key: ProseKey;
  before: string;
  after: string;
  follows: string;
  reason: string;
  writtenBy: string;
  writtenAt: string;
  isOwn: boolean;
  decision: 'taken' | 'declined' | 'withdrawn' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionText: string | null;
}

/** What is said about words of a text; replies name the comment that began the thread. */
export interface CommentLine {
  id: string;
  key: ProseKey;
  /** As stored. */
  quote: string;
  repliesTo: string | null;
  text: string;
  writtenBy: string;
  writtenAt: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
}

/** What others say to the texts of a report, oldest first. */
export async function loadReportTalk(
  reader: Reader,
  actor: Actor,
  reportId: string | null,
  nameOf: (id: string | null) => string,
): Promise<{ suggestions: SuggestionLine[]; comments: CommentLine[] }> {
  if (reportId === null) return { suggestions: [], comments: [] };
  return {
    suggestions: (await listReportSuggestions(reader, reportId)).map((one) => ({
      id: one.id,
      key: one.key,
      before: one.before,
      after: one.after,
      follows: one.follows,
      reason: one.reason,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      isOwn: one.writtenBy === actor.userId,
      decision: one.decision,
      decidedBy: one.decidedBy === null ? null : nameOf(one.decidedBy),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      decisionText: one.decisionText,
    })),
    comments: (await listReportComments(reader, reportId)).map((one) => ({
      id: one.id,
      key: one.key,
      quote: one.quote,
      repliesTo: one.repliesTo,
      text: one.text,
      writtenBy: nameOf(one.writtenBy),
      writtenAt: one.writtenAt.toISOString(),
      resolvedBy: one.resolvedBy === null ? null : nameOf(one.resolvedBy),
      resolvedAt: one.resolvedAt?.toISOString() ?? null,
    })),
  };
}

/** What a text was after one person's stretch of work. */
export interface TextVersionLine {
  version: number;
  /** As stored. */
  text: string;
  savedBy: string;
  startedAt: string;
  savedAt: string;
}

const maxVersions = 60;

/** Versions of a text, the newest first. @throws Refused not_found */
export async function loadTextVersions(reader: Reader, actor: Actor, key: ReportKey & { key: ProseKey }): Promise<TextVersionLine[]> {
  await requireReadableReport(reader, actor, key);
  const report = await findReport(reader, key.unitId, key.year, key.scope);
  if (!report) throw notFound();
  const nameOf = await personNames(reader);
  return (await listTextVersions(reader, { reportId: report.id, key: key.key })).slice(0, maxVersions).map((one) => ({
    version: one.version,
    text: one.text,
    savedBy: nameOf(one.savedBy),
    startedAt: one.startedAt.toISOString(),
    savedAt: one.savedAt.toISOString(),
  }));
}
