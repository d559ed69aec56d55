import type { ReportContent } from '@/server/domain/checks/check';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import { bundleOf } from './bundle';
import { csvFace } from './csv';
import { docxFace } from './docx';
import { htmlFace } from './html';
import { jsonFace } from './json';
import { pdfFace } from './pdf';
import { reportFileName } from './report-file-name';
import { xlsxFace } from './xlsx';

/**
 * The faces of a report. To add one: a file `<kind>.ts` that turns the document into bytes, and one line here.
 *
 * `write` draws from the document; `content` and `indicators` are for faces that hold figures as numbers and not as print: local
 * indicators are never printed. The same arguments give the same bytes.
 */
export interface Face {
  extension: string;
  contentType: string;
  write: (document: ReportDocument, content: ReportContent, indicators?: readonly StatedIndicator[]) => Promise<Uint8Array>;
}

export const faceKinds = ['docx', 'pdf', 'html', 'xlsx', 'csv', 'json'] as const;
export type FaceKind = (typeof faceKinds)[number];
/** What may be asked for: one face, or all of them in one zip with a manifest. */
export const exportKinds = [...faceKinds, 'bundle'] as const;
export type ExportKind = (typeof exportKinds)[number];

const faces: Record<FaceKind, Face> = {
  docx: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: (document) => docxFace(document),
  },
  pdf: { extension: 'pdf', contentType: 'application/pdf', write: async (document) => pdfFace(document) },
  html: { extension: 'html', contentType: 'text/html; charset=utf-8', write: async (document) => htmlFace(document) },
  xlsx: {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (document) => xlsxFace(document),
  },
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8', write: async (document) => csvFace(document) },
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: async (document, content, indicators) => jsonFace(document, content, indicators),
  },
};

/** A safe name in Chinese; in a Content-Disposition header it goes as `filename*=UTF-8''` and encoded. */
function faceFileName(document: ReportDocument, kind: FaceKind): string {
  return reportFileName(document, faces[kind].extension);
}

const bundle: Face = {
  extension: 'zip',
  contentType: 'application/zip',
  write: (document, content, indicators) =>
    bundleOf(
      document,
      faceKinds.map((kind) => ({ name: faceFileName(document, kind), write: () => faces[kind].write(document, content, indicators) })),
    ),
};

export function isExportKind(value: unknown): value is ExportKind {
  return exportKinds.some((kind) => kind === value);
}

export const exportsByKind: Record<ExportKind, Face> = { ...faces, bundle };

/** The name a kind of export is saved under. */
export function exportFileName(document: ReportDocument, kind: ExportKind): string {
  return reportFileName(document, exportsByKind[kind].extension);
}
