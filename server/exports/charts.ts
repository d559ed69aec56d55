import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { chartSheet } from './charts/chart-sheet';
import { pictureOf } from './charts/picture';
import { digestFonts, fontList } from './digest/fonts';
import { noTime } from './word/repeatable-zip';

/**
 * The charts one by one, as vectors (SVG) and as pictures (PNG), for whoever sets a page of their own: each has its title, what it is of and
 * where its numbers come from on it. A chart that has nothing to draw says so on its sheet. The same digest and fonts give the same bytes.
 *
 * @throws Refused no_font without a Chinese font
 */
export async function chartsFace(digest: ReportDigest): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const { name, bytes } of await chartFiles(digest)) entries[name] = [bytes, { mtime: noTime, level: 6 }];
  return zipSync(entries);
}

/** `1-申请办理结果.svg`, `1-申请办理结果.png`, … */
export async function chartFiles(digest: ReportDigest): Promise<{ name: string; bytes: Uint8Array }[]> {
  const families = digestFonts().plain;
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [index, chart] of digest.requests.charts.entries()) {
    const sheet = await chartSheet(chart, digest, fontList(families));
    const name = `${index + 1}-${chart.title}`;
    files.push({ name: `${name}.svg`, bytes: strToU8(sheet.svg) }, { name: `${name}.png`, bytes: await pictureOf(sheet, families) });
  }
  return files;
}
