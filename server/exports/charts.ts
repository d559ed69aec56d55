import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { chartSheet } from './charts/chart-sheet';
import { picturesOf } from './charts/picture';
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
  const family = fontList(digestFonts().plain);
  const charts = digest.requests.charts;
  const sheets = [];
  for (const chart of charts) sheets.push(await chartSheet(chart, digest, family));
  const pictures = await picturesOf(sheets);
  return sheets.flatMap(({ svg }, index) => {
    const name = `${index + 1}-${nameOf(charts[index])}`;
    return [
      { name: `${name}.svg`, bytes: strToU8(svg) },
      { name: `${name}.png`, bytes: pictures[index] ?? new Uint8Array() },
    ];
  });
}

function nameOf(chart: ReportChart | undefined): string {
  return chart?.title ?? '';
}
