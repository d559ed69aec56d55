import type { CheckReportDocument } from '@/server/domain/checks/check-report';

export { checkReportHtml } from '@/server/domain/checks/check-report-html';

/** Loaded when it is asked for. */
export async function checkReportDocx(document: CheckReportDocument): Promise<Uint8Array> {
  return (await import('./docx')).checkReportDocx(document);
}
