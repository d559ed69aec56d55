import type { PastYear } from '@/server/domain/report/charts/trend-chart';
import { buildReportDigest } from '@/server/domain/report/digest/build-report-digest';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { type ExportKind, type FaceKind, faceKinds, type PictureKind, pictureKinds } from '@/server/domain/report/export-kinds';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import type { ReportContent } from '@/server/domain/subject';
import { bundleOf } from './bundle';
import type { BundleManifest } from './bundle/manifest-schema';
import { htmlFace } from './html';
import { jsonFace } from './json';
import { reportFileName } from './report-file-name';

/**
 * The faces of a report. To add one: a file `<kind>.ts` that turns the document into bytes, and one line here.
 *
 * `write` draws from the document; `content` and `indicators` are for faces that hold figures as numbers and not as print: local
 * indicators are never printed. `past` are the editions of the years before, for faces that draw a trend; `evidence` is named by the bundle. The same arguments give the
 * same bytes.
 */
export interface Face {
  extension: string;
  contentType: string;
  /** What of the report it is, in its file name; nothing for the report itself. */
  part?: string;
  write: (
    document: ReportDocument,
    content: ReportContent,
    indicators?: readonly StatedIndicator[],
    past?: readonly PastYear[],
    evidence?: BundleManifest['evidence'],
  ) => Promise<Uint8Array>;
}

/** What brings a large package with it is loaded when it is asked for. */
const faces: Record<FaceKind, Face> = {
  docx: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (document) => (await import('./docx')).docxFace(document),
  },
  pdf: { extension: 'pdf', contentType: 'application/pdf', write: async (document) => (await import('./pdf')).pdfFace(document) },
  html: { extension: 'html', contentType: 'text/html; charset=utf-8', write: async (document) => htmlFace(document) },
  xlsx: {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (document) => (await import('./xlsx')).xlsxFace(document),
  },
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8', write: async (document) => (await import('./csv')).csvFace(document) },
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: async (document, content, indicators) => jsonFace(document, content, indicators),
  },
};

/** Loaded when one is asked for: nobody who only wants the report pays for the drawing. */
const pictures: Record<PictureKind, Face> = {
  'digest-pdf': {
    extension: 'pdf',
    contentType: faces.pdf.contentType,
    part: '图解',
    write: drawn(async () => (await import('./digest/pdf')).digestPdf),
  },
  'digest-html': {
    extension: 'html',
    contentType: faces.html.contentType,
    part: '图解',
    write: drawn(async () => (await import('./digest/html')).digestHtml),
  },
  'digest-docx': {
    extension: 'docx',
    contentType: faces.docx.contentType,
    part: '图解',
    write: drawn(async () => (await import('./digest/docx')).digestDocx),
  },
  charts: {
    extension: 'zip',
    contentType: 'application/zip',
    part: '图表',
    write: drawn(async () => (await import('./charts')).chartsFace),
  },
};

function drawn(load: () => Promise<(digest: ReportDigest) => Promise<Uint8Array>>): Face['write'] {
  return async (document, content, _indicators, past = []) => (await load())(buildReportDigest({ document, content, past }));
}

const bundle: Face = {
  extension: 'zip',
  contentType: 'application/zip',
  write: (document, content, indicators, past = [], evidence = []) =>
    bundleOf(document, { past, evidence }, [
      ...[...faceKinds, ...pictureKinds.filter((kind) => kind !== 'charts')].map((kind) => async () => [
        { name: exportFileName(document, kind), bytes: await exportsByKind[kind].write(document, content, indicators, past) },
      ]),
      async () => {
        const files = await (await import('./charts')).chartFiles(buildReportDigest({ document, content, past }));
        return files.map(({ name, bytes }) => ({ name: `图表/${name}`, bytes }));
      },
    ]),
};

/** Whether a kind shows the years before, so that whoever writes it must look them up. */
export function looksBack(kind: ExportKind): boolean {
  return kind === 'bundle' || pictureKinds.some((picture) => picture === kind);
}

export const exportsByKind: Record<ExportKind, Face> = { ...faces, ...pictures, bundle };

/** The name a kind of export is saved under, in Chinese; in a Content-Disposition header it goes as `filename*=UTF-8''` and encoded. */
export function exportFileName(document: ReportDocument, kind: ExportKind): string {
  const { extension, part } = exportsByKind[kind];
  return reportFileName(document, extension, part);
}
