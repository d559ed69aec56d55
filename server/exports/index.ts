import type { ReportContent } from '@/server/domain/checks/check';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import { docxFace } from './docx';
import { jsonFace } from './json';
import { reportFileName } from './report-file-name';

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

export const faceKinds = ['docx', 'json'] as const;
export type FaceKind = (typeof faceKinds)[number];

export const faces: Record<FaceKind, Face> = {
  docx: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: (document) => docxFace(document),
  },
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: async (document, content, indicators) => jsonFace(document, content, indicators),
  },
};

export function isFaceKind(value: unknown): value is FaceKind {
  return typeof value === 'string' && Object.hasOwn(faces, value);
}

/** A safe name in Chinese; in a Content-Disposition header it goes as `filename*=UTF-8''` and encoded. */
export function faceFileName(document: ReportDocument, kind: FaceKind): string {
  return reportFileName(document, faces[kind].extension);
}
