import type { ReportDocument } from '@/server/domain/report/report-document';
import { compilePdf } from './pdf/compile-pdf';
import { findFonts } from './pdf/fonts';
import { pageData } from './pdf/page-data';
import { template } from './pdf/template';

/**
 * The report as PDF/A-2b in official typography, fonts embedded. The same document and fonts give the same bytes.
 *
 * @throws Refused no_font without a Chinese font, or without one that has a character of the text
 * @source GB/T 9704-2012
 */
export function pdfFace(document: ReportDocument): Uint8Array {
  return compilePdf(template, pageData(document, findFonts()));
}
