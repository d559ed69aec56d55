import { findEdition, findReport, type Reader } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { type Format, getFormat } from '@/server/domain/formats';
import { type Blackline, blackline } from '@/server/domain/report/blackline/blackline';
import type { ReportContent, ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { loadReportView } from '@/server/views/report-view';

export interface BlacklinePage extends ReportKey, Blackline {
  organ: string;
  from: number;
  to: number | null;
}

/** Two editions of one report, or an edition and the draft as it stands. @throws Refused not_found, also for what is not yours to know of; invalid for an edition that does not exist */
export async function loadBlackline(
  reader: Reader,
  actor: Actor,
  asked: ReportKey & { from: number; to: number | null },
  overlay: Overlay | null,
): Promise<BlacklinePage> {
  const { from, to, ...key } = asked;
  await requireReadableReport(reader, actor, key);
  const before = await editionOf(reader, key, from);
  const after = to === null ? await draftOf(reader, key, overlay) : await editionOf(reader, key, to);
  return { ...key, organ: after.content.organ, from, to, ...blackline(after.format, before.content, after.content) };
}

interface Side {
  format: Format;
  content: ReportContent;
}

async function editionOf(reader: Reader, key: ReportKey, number: number): Promise<Side> {
  const report = await findReport(reader, key.unitId, key.year, key.scope);
  const edition = report && (await findEdition(reader, report.id, number));
  if (!edition)
    throw new Refused('invalid', {
      zh: `没有第 ${number} 版。请从年报的版本列表进入。`,
      en: `There is no edition ${number}. Come from the list of editions of the report.`,
    });
  const { organ, year, scope, figures, texts, notes, format, rowVariant } = readEdition(edition.content);
  return { format: getFormat(format, rowVariant), content: { organ, year, scope, figures, texts, ...(notes ? { notes } : {}) } };
}

async function draftOf(reader: Reader, key: ReportKey, overlay: Overlay | null): Promise<Side> {
  const view = await loadReportView(reader, key, overlay);
  if (!view) throw notFound();
  return { format: view.format, content: view.content };
}
