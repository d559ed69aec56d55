import { strFromU8 } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unescapeHtml } from '@/server/domain/escape-html';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import { inflateEntry } from '@/server/imports/inflate-entry';

/** A text where it stands; y grows downwards. */
export interface PlacedText {
  text: string;
  left: number;
  middle: number;
  right: number;
  y: number;
}

/** What somebody reads off a chart: number and share by label, over years by label and series. */
export type ReadChart = Record<string, string>;

/** The texts of an SVG drawing of ours. */
export function textsOfSvg(svg: string): PlacedText[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', inside = '']) => {
    const attribute = (name: string) => Number(new RegExp(`\\b${name}="(-?[\\d.]+)`).exec(attributes)?.[1] ?? 0);
    const [, dx = '0', dy = '0'] = /translate\((-?[\d.]+)[ ,](-?[\d.]+)\)/.exec(attributes) ?? [];
    const [x, y] = [attribute('x') + Number(dx), attribute('y') + Number(dy)];
    const text = unescapeHtml(inside);
    return { text, left: x, middle: x, right: x, y };
  });
}

/** The drawing of one chart out of a page or a sheet. */
export function svgOf(text: string, key: ReportChart['key']): string {
  return new RegExp(`<svg [^>]*data-chart="${key}"[\\s\\S]*?</svg>`).exec(text)?.[0] ?? '';
}

/** The texts of a PDF of one page. @throws Error when it has more */
export async function textsOfPdf(bytes: Uint8Array): Promise<PlacedText[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 }).promise;
  if (document.numPages !== 1) throw new Error(`${document.numPages} pages`);
  const { items } = await (await document.getPage(1)).getTextContent();
  await document.destroy();
  const words: PlacedText[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [left, y] = [Number(item.transform[4]), -Number(item.transform[5])];
    const before = words.at(-1);
    // The letters of a drawing come one by one.
    if (before && Math.abs(before.y - y) < 0.1 && Math.abs(left - before.right) < 0.5) {
      before.text += item.str.trim();
      before.right = left + item.width;
      before.middle = (before.left + before.right) / 2;
    } else words.push({ text: item.str.trim(), left, middle: left + item.width / 2, right: left + item.width, y });
  }
  return words;
}

/** Bars: behind each label its number and, where there is one, its share. */
export function readBars(texts: readonly PlacedText[], labels: readonly string[]): ReadChart {
  return Object.fromEntries(
    labels.map((label) => {
      const at = texts.find((one) => one.text === label);
      const row = texts.filter((one) => at && Math.abs(one.y - at.y) < 3 && one.left > at.left).sort((a, b) => a.left - b.left);
      const end = row.findIndex((one) => !/^[<>]?\d[\d.]*%?$/.test(one.text));
      return [label, (end < 0 ? row : row.slice(0, end)).map((one) => one.text).join(' ')];
    }),
  );
}

/** Years: above each year the numbers of its bars from left to right; below it the word for a year that is not there. */
export function readYears(texts: readonly PlacedText[], years: readonly string[]): ReadChart {
  const axis = years.flatMap((year) => texts.filter((one) => one.text === year));
  const level = axis[0]?.y ?? 0;
  const legend = Math.max(...texts.filter((one) => one.text === '新收' && one.y < level).map((one) => one.y)) + 1;
  const isOf = (one: PlacedText, year: PlacedText) =>
    axis.every((other) => Math.abs(one.middle - year.middle) <= Math.abs(one.middle - other.middle));
  return Object.fromEntries(
    axis.map((year) => {
      const near = texts.filter((one) => isOf(one, year) && one.y > legend && one.y < level + 20);
      const above = near.filter((one) => one.y < level - 5 && /^\d+$/.test(one.text)).sort((a, b) => a.middle - b.middle);
      const below = near.filter((one) => one.y > level + 5 && /缺|未填|不详/.test(one.text));
      return [year.text, [...above, ...below].map((one) => one.text).join(' ')];
    }),
  );
}

/** The alternative texts of the pictures in a Word file, by title. */
export function altTextsOf(docx: Uint8Array): Record<string, string> {
  const document = inflateEntry(docx, 'word/document.xml', 20_000_000);
  if (document.kind !== 'found') throw new Error('no Word document');
  return Object.fromEntries(
    [...strFromU8(document.bytes).matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
      return [attribute('name'), unescapeHtml(attribute('descr'))];
    }),
  );
}
