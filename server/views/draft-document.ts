import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { ReportContent } from '@/server/domain/subject';
import { resolveReportTexts } from './report-prose';
import type { ReportView } from './report-view';

/** What a draft shows of a report: all but the levels that not every unit has filed, in its tables and in its words. */
export function draftContent(view: Pick<ReportView, 'content' | 'format' | 'leftOut' | 'texts' | 'facts' | 'lastYear'>): ReportContent {
  const { content, format, leftOut, texts, facts, lastYear } = view;
  if (leftOut.size === 0) return content;
  const figures = new Map([...content.figures].filter(([id]) => !leftOut.has(id)));
  const { printed, printedNotes } = resolveReportTexts(texts, facts, { format, figures, lastYear: lastYear?.figures ?? null });
  const notes = { ...content.notes, ...printedNotes };
  return { ...content, figures, texts: printed, ...(content.notes ? { notes } : {}) };
}

/** The report as it would print now, saying that it is a draft, whose quarters it lacks, and that levels wait for them. */
export function draftDocument(view: ReportView): ReportDocument {
  const { format, hash, missing, units, leftOut } = view;
  return buildReportDocument({
    content: draftContent(view),
    format,
    edition: null,
    contentHash: hash,
    areLevelsLeftOut: leftOut.size > 0,
    missingUnits: missing.map((unit) => ({ unit: unit.unitName })),
    reportedUnits: { n: units.length - missing.length, m: units.length },
  });
}
