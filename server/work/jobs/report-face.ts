import { findEdition, type Reader } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { getFormat } from '@/server/domain/formats';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { PastYear } from '@/server/domain/report/charts/trend-chart';
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
import { type MadeOf, type NamedEvidence, reportEvidence } from '@/server/views/report-evidence';
import { loadReportView, statedIndicator } from '@/server/views/report-view';
import type { Job } from '../job';

export interface FaceAsked {
  key: ReportKey;
  reportId: string;
  edition: number | 'draft';
  kind: ExportKind;
  overlay: Overlay | null;
}

export interface FaceMade {
  name: string;
  contentType: string;
  bytes: Uint8Array;
  /** What left, for the record. */
  edition: number | null;
  hash: string;
}

/** A face of an edition, or of the draft as it stands. @throws Refused not_found, invalid (an imported edition with unknown cells has no face) */
export const reportFace: Job<FaceAsked, FaceLoaded, FaceMade> = {
  lane: 'file',
  async load(reader, { key, reportId, edition, kind, overlay }) {
    const source = edition === 'draft' ? await draftOf(reader, key, overlay) : await editionOf(reader, reportId, edition);
    const evidence = kind === 'bundle' ? await reportEvidence(reader, { ...source.madeOf, reportId, year: key.year }) : [];
    return { ...source, evidence, past: looksBack(kind) ? await pastYears(reader, key) : [] };
  },
  async make({ document, content, indicators, past, evidence }, { kind }) {
    const face = exportsByKind[kind];
    return {
      name: exportFileName(document, kind),
      contentType: face.contentType,
      bytes: await face.write(document, content, indicators, past, [...evidence]),
      edition: document.edition,
      hash: document.contentHash,
    };
  },
};

export type FaceLoaded = Source & { past: readonly PastYear[]; evidence: readonly NamedEvidence[] };

interface Source {
  document: ReportDocument;
  content: ReportContent;
  indicators: readonly StatedIndicator[];
  madeOf: Omit<MadeOf, 'reportId' | 'year'>;
}

async function draftOf(reader: Reader, key: ReportKey, overlay: Overlay | null): Promise<Source> {
  const view = await loadReportView(reader, key, overlay);
  if (!view) throw notFound();
  return {
    content: draftContent(view),
    indicators: view.indicators.map(statedIndicator),
    document: draftDocument(view),
    madeOf: { origin: 'assembled', parts: view.parts, unitIds: view.units.map(({ id }) => id), at: null },
  };
}

async function editionOf(reader: Reader, reportId: string, number: number): Promise<Source> {
  const edition = await findEdition(reader, reportId, number);
  if (!edition) throw notFound();
  const {
    organ,
    year,
    scope,
    figures,
    texts,
    format,
    rowVariant,
    parts,
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
      logHead: (await findEditionHead(reader, edition)) ?? undefined,
      missingUnits: missing.map((unit) => ({ unit: unit.unitName })),
    });
    const unitIds = [...new Set([...parts, ...missing].map(({ unitId }) => unitId))];
    return { content, document, indicators, madeOf: { origin: edition.origin, parts, unitIds, at: edition.finalisedAt } };
  } catch (error) {
    if (edition.origin !== 'imported') throw error;
    throw new Refused('invalid', {
      zh: '导入的已发布年报有未知单元格，不能再生成文件；请使用原件。',
      en: 'The adopted report has cells that are not known, so no file can be made from it; use the original.',
    });
  }
}
