/** The faces of a report: itself, in the kinds of file it is given out as. */
export const faceKinds = ['docx', 'pdf', 'html', 'xlsx', 'csv', 'json'] as const;
export type FaceKind = (typeof faceKinds)[number];
/** Pictures from the report's figures: the one-page 图解 in three kinds of file, and its charts one by one. They say no more than the report. */
export const pictureKinds = ['digest-pdf', 'digest-html', 'digest-docx', 'charts'] as const;
export type PictureKind = (typeof pictureKinds)[number];
/** What may be asked for: one face, or all of them in one zip with a manifest. */
export const exportKinds = [...faceKinds, ...pictureKinds, 'bundle'] as const;
export type ExportKind = (typeof exportKinds)[number];

export function isExportKind(value: unknown): value is ExportKind {
  return exportKinds.some((kind) => kind === value);
}
