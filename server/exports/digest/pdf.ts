import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { compilePdf } from '../pdf/compile-pdf';
import { digestPageData } from './page-data';
import { digestTemplate } from './template';

/**
 * The 图解 as PDF/A-2b on one page of A4: vectors, fonts embedded, numbers that can be searched and copied. The same digest and fonts give
 * the same bytes.
 *
 * @throws Refused no_font without a Chinese font, or without one that has a character of a name
 */
export async function digestPdf(digest: ReportDigest): Promise<Uint8Array> {
  return compilePdf(digestTemplate, await digestPageData(digest));
}
