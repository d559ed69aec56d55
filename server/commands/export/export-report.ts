import { findEdition, type findReport } from '@/db/store';
import { getFormat } from '@/server/domain/formats';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { ExportKind } from '@/server/domain/report/export-kinds';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import type { ReportContent, ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { exportFileName, exportsByKind, looksBack } from '@/server/exports';
import { notFound } from '@/server/views/access';
import { draftContent, draftDocument } from '@/server/views/draft-document';
import { readEdition } from '@/server/views/edition-content';
import { findEditionHead } from '@/server/views/edition-head';
import { pastYears } from '@/server/views/past-years';
import { loadReportView, statedIndicator } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import type { ReportFile } from './report-file';

/**
 * A face of an edition, or of the draft as it stands. Taking a file out is recorded, with the content hash of what left.
 *
 * @throws Refused not_found, forbidden, invalid (an imported edition with unknown cells has no face)
 */
export async function exportReport(
  context: CommandContext,
  asked: ReportKey & { edition: number | 'draft'; kind: ExportKind },
): Promise<ReportFile> {
  const key = { unitId: asked.unitId, year: asked.year, scope: asked.scope };
  const source = await runCommand(context, { act: 'report.export', only: reportLock(key) }, async (tx) => {
    const report = await requireReport(tx, context, key, 'report.export');
    const loaded = asked.edition === 'draft' ? await draftOf(tx, key, context.overlay) : await editionOf(tx, report.id, asked.edition);
    tx.record('report.exported', { edition: loaded.document.edition, kind: asked.kind, hash: loaded.document.contentHash });
    return { ...loaded, past: looksBack(asked.kind) ? await pastYears(tx, key) : [] };
  });
  const face = exportsByKind[asked.kind];
  return {
    name: exportFileName(source.document, asked.kind),
    contentType: face.contentType,
    bytes: await face.write(source.document, source.content, source.indicators, source.past),
  };
}

interface Source {
  document: ReportDocument;
  content: ReportContent;
  indicators: readonly StatedIndicator[];
}

async function draftOf(tx: Parameters<typeof loadReportView>[0], key: ReportKey, overlay: CommandContext['overlay']): Promise<Source> {
  const view = await loadReportView(tx, key, overlay);
  if (!view) throw notFound();
  return {
    content: draftContent(view),
    indicators: view.indicators.map(statedIndicator),
    document: draftDocument(view),
  };
}

async function editionOf(tx: Parameters<typeof findReport>[0], reportId: string, number: number): Promise<Source> {
  const edition = await findEdition(tx, reportId, number);
  if (!edition) throw notFound();
  const {
    organ,
    year,
    scope,
    figures,
    texts,
    format,
    rowVariant,
    missing,
    indicators = [],
    adjustments,
    notes,
  } = readEdition(edition.content);
  const content: ReportContent = {
    organ,
    year,
    scope,
    figures,
    texts,
    ...(adjustments ? { adjustments } : {}),
    ...(notes ? { notes } : {}),
  };
  try {
    const document = buildReportDocument({
      content,
      format: getFormat(format, rowVariant),
      edition: number,
      contentHash: edition.hash,
      logHead: (await findEditionHead(tx, edition)) ?? undefined,
      missingUnits: missing.map((unit) => ({ unit: unit.unitName })),
    });
    return { content, document, indicators };
  } catch (error) {
    if (edition.origin !== 'imported') throw error;
    throw new Refused('invalid', {
      zh: '导入的已发布年报有未知单元格，不能再生成文件；请使用原件。',
      en: 'The adopted report has cells that are not known, so no file can be made from it; use the original.',
    });
  }
}
