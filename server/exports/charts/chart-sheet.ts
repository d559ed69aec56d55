import { chartSentence, type ReportChart } from '@/server/domain/report/charts/report-chart';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { escapePrinted } from '@/server/domain/report/escape-printed';
import { reportName } from '@/server/domain/report/title-lines';
import { type ChartSize, drawChart } from './draw-chart';
import { ink, textWidth } from './ink';
import { roomForYears } from './years-option';

const margin = 20;
const smallText = 11;

/** A chart that stands alone: organ and year, title, the drawing, what is to be said of it, and its source; a draft is marked. */
export async function chartSheet(chart: ReportChart, digest: ReportDigest, family: string): Promise<ChartSize & { svg: string }> {
  const isYears = chart.shape === 'years';
  const size: ChartSize = { width: isYears ? Math.max(600, roomForYears(chart)) : 520, height: isYears ? 240 : 200 };
  const svg = await drawChart(chart, size, family);
  const width = size.width + 2 * margin;
  const text = (words: string, y: number, looks: { size: number; color: string; weight?: string }) =>
    `<text x="${margin}" y="${y}" font-size="${looks.size}" fill="${looks.color}"${looks.weight ? ` font-weight="${looks.weight}"` : ''}>${escapePrinted(words)}</text>`;
  const above = wrapped(`${digest.organ}${digest.year}年`, size.width - (digest.edition === null ? 70 : 0), smallText);
  const lines: string[] = above.map((words, index) => text(words, 28 + index * 16, { size: smallText, color: ink.muted }));
  const titleAt = 28 + above.length * 16 + 8;
  lines.push(text(`${chart.title}（单位：件）`, titleAt, { size: 16, color: ink.text, weight: 'bold' }));
  const drawingAt = titleAt + 18;
  const drawingHeight = svg === null ? 48 : size.height;
  const drawing =
    svg === null
      ? text(chart.instead ?? '', drawingAt + 26, { size: 13, color: ink.text })
      : svg.replace(/<svg [^>]*>/, `<svg x="${margin}" y="${drawingAt}" width="${size.width}" height="${size.height}">`);
  const state = digest.edition === null ? '草稿' : `第${digest.edition}版`;
  const source = `来源：${digest.organ}${reportName(digest.year)}（${digest.scope === 'consolidated' ? '汇总' : '本机关'}，${state}）`;
  const below = [...chart.notes, source, `内容校验码：${digest.contentHash}`].flatMap((words) => wrapped(words, size.width, smallText));
  const belowAt = drawingAt + drawingHeight + 22;
  lines.push(...below.map((words, index) => text(words, belowAt + index * 16, { size: smallText, color: ink.muted })));
  const height = belowAt + below.length * 16 + 4;
  const mark = digest.edition === null ? draftMark(width) : '';
  const sentence = `${state === '草稿' ? '草稿。' : ''}${chartSentence(chart)}`;
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapePrinted(sentence)}" font-family="${escapePrinted(family)}" data-chart="${chart.key}">`,
      `<rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
      ...lines,
      mark,
      drawing,
      '</svg>',
      '',
    ].join('\n'),
  };
}

function draftMark(width: number): string {
  const left = width - margin - 52;
  return `<rect x="${left}" y="14" width="52" height="22" fill="none" stroke="${ink.text}"/><text x="${left + 26}" y="30" font-size="14" font-weight="bold" text-anchor="middle" fill="${ink.text}">草稿</text>`;
}

/** SVG breaks no lines by itself. */
function wrapped(words: string, room: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of words) {
    if (textWidth(line + character, size) > room) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
