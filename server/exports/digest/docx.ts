import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { chartSentence, type ReportChart } from '@/server/domain/report/charts/report-chart';
import type { DigestCard, DigestFigure, ReportDigest, RequestBalance } from '@/server/domain/report/digest/report-digest';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { drawChart } from '../charts/draw-chart';
import { picturesOf } from '../charts/picture';
import { headers } from '../word/page-marks';
import { run } from '../word/paragraphs';
import { repeatableZip } from '../word/repeatable-zip';
import { styles } from '../word/styles';
import { faces, mm } from '../word/typography';
import { chartSize } from './chart-size';
import { digestFonts, fontList } from './fonts';
import { widthOf } from './page-data';

const side = mm(16);
const width = mm(210) - 2 * side;
const [act, muted, line] = ['1F4E79', '4A4F57', 'B9B5AC'];

/**
 * The 图解 as a Word file: text, figures and tables to edit, charts as pictures whose alternative text says every number. The same digest
 * and fonts give the same bytes.
 *
 * @throws Refused no_font without a Chinese font for the pictures
 */
export async function digestDocx(digest: ReportDigest): Promise<Uint8Array> {
  const organ = withoutIllegalCharacters(digest.organ);
  const word = new Document({
    title: withoutIllegalCharacters(digest.title.join('')),
    creator: organ,
    lastModifiedBy: organ,
    description: '',
    styles,
    customProperties: [
      { name: 'ReportEdition', value: digest.edition === null ? '草稿' : `第${digest.edition}版` },
      { name: 'ReportContentHash', value: withoutIllegalCharacters(digest.contentHash) },
    ],
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(digest.edition === null ? 18 : 11), bottom: mm(8), left: side, right: side, header: mm(8), footer: mm(5) },
          },
        },
        headers: headers(digest.edition === null),
        children: await children(digest),
      },
    ],
  });
  return repeatableZip(new Uint8Array(await Packer.toArrayBuffer(word)));
}

async function children(digest: ReportDigest): Promise<FileChild[]> {
  const { disclosure, requests, disputes } = digest;
  const wide = disclosure.cards.filter((card) => card.figures.length > 2);
  const rows = wide.length > 1 ? [wide, disclosure.cards.filter((card) => !wide.includes(card))] : [disclosure.cards];
  return [
    band(digest),
    ...(digest.partial === null ? [] : [text(digest.partial, plain(10), 10, { before: 100 })]),
    heading(disclosure.title),
    ...rows.flatMap((cards, index) => [...(index > 0 ? [gap()] : []), cardRow(cards)]),
    heading(requests.title),
    balanceRow(requests.balance),
    gap(),
    ...(await chartBlocks(requests.charts)),
    heading(disputes.title),
    disputeTable(disputes.cards),
    ...digest.sources.map((source, index) => text(source, plain(7.5, muted), 7.5, { before: index === 0 ? 120 : 0 })),
  ];
}

/** Points. */
function plain(size: number, color = '1F2328', bold = false): IRunOptions {
  return { font: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体', hint: 'eastAsia' }, size: size * 2, color, bold };
}

/** A line as high as so many points need, whatever the font; the body style of the report would be far too high. */
function lineFor(size: number, { before = 0, after = 0 } = {}) {
  return { line: Math.round(size * 28), lineRule: 'exact', before, after } as const;
}

function text(words: string, face: IRunOptions, size: number, around: { before?: number; after?: number } = {}): Paragraph {
  return new Paragraph({ spacing: lineFor(size, around), children: [run(words, face)] });
}

/** Keeps two tables apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 100, lineRule: 'exact', before: 0, after: 0 }, children: [] });
}

function band({ title, period }: ReportDigest): Table {
  const size = title.length > 3 ? 14 : title.length > 2 ? 17 : 20;
  const lines = title.map(
    (words, index) =>
      new TextRun({ ...faces.title, size: size * 2, color: 'FFFFFF', text: withoutIllegalCharacters(words), break: index > 0 ? 1 : 0 }),
  );
  const centred = { alignment: AlignmentType.CENTER } as const;
  return table(
    [width],
    [
      [
        cell(
          [
            new Paragraph({ ...centred, heading: HeadingLevel.TITLE, spacing: lineFor(size, { before: 120, after: 80 }), children: lines }),
            new Paragraph({ ...centred, spacing: lineFor(9.5, { after: 120 }), children: [run(period, plain(9.5, 'FFFFFF'))] }),
          ],
          { width, fill: act, border: 'none' },
        ),
      ],
    ],
  );
}

function heading(words: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: lineFor(12.5, { before: 180, after: 100 }),
    border: {
      left: { style: BorderStyle.SINGLE, size: 36, color: act, space: 6 },
      bottom: { style: BorderStyle.SINGLE, size: 4, color: line, space: 2 },
    },
    indent: { left: 120 },
    children: [run(words, plain(12.5, '1F2328', true))],
  });
}

function figureRuns({ label, printed, unit }: DigestFigure, size: number): TextRun[] {
  return [run(`${label} `, plain(8.5, muted)), run(printed, plain(size, '1F2328', true)), run(unit, plain(8.5, muted))];
}

function cardRow(cards: readonly DigestCard[]): Table {
  const needs = cards.map(widthOf);
  const sum = needs.reduce((all, one) => all + one, 0);
  const widths = needs.map((need) => Math.floor((width * need) / sum));
  const cells = cards.map((card, index) =>
    cell(
      [
        text(card.title, plain(9.5, '1F2328', true), 9.5, { after: 40 }),
        new Paragraph({
          spacing: lineFor(13),
          children: card.figures.flatMap((figure, at) => [...(at > 0 ? [run('　', plain(8.5))] : []), ...figureRuns(figure, 13)]),
        }),
      ],
      { width: widths[index] ?? 0 },
    ),
  );
  return table(widths, [cells]);
}

function balanceRow({ figures, holds }: RequestBalance): Table {
  const signWidth = mm(7);
  const each = Math.floor((width - 3 * signWidth) / 4);
  const widths = figures.flatMap((_, index) => (index > 0 ? [signWidth, each] : [each]));
  const cells = figures.flatMap((figure, index) => {
    const own = cell([new Paragraph({ alignment: AlignmentType.CENTER, spacing: lineFor(15), children: figureRuns(figure, 15) })], {
      width: each,
    });
    if (index === 0) return [own];
    const sign = holds ? (['+', '=', '+'][index - 1] ?? '') : '';
    return [
      cell([new Paragraph({ alignment: AlignmentType.CENTER, spacing: lineFor(15), children: [run(sign, plain(13, muted))] })], {
        width: signWidth,
        border: 'none',
      }),
      own,
    ];
  });
  return table(widths, [cells]);
}

async function chartBlocks(charts: readonly ReportChart[]): Promise<FileChild[]> {
  const family = fontList(digestFonts().plain);
  const drawings: { svg: string; width: number; height: number }[] = [];
  for (const chart of charts) {
    const svg = await drawChart(chart, chartSize[chart.shape], family);
    if (svg !== null) drawings.push({ svg, ...chartSize[chart.shape] });
  }
  const pictures = await picturesOf(drawings);
  const drawn = charts.map((chart, index) => ({
    chart,
    paragraphs: chartParagraphs(chart, chart.instead === null ? (pictures.shift() ?? null) : null, index + 1),
  }));
  const half = Math.floor(width / 2);
  const pairs = drawn
    .filter(({ chart }) => chart.shape === 'bars')
    .map(({ paragraphs }) => cell(paragraphs, { width: half, border: 'none' }));
  return [table([half, half], [pairs]), ...drawn.filter(({ chart }) => chart.shape === 'years').flatMap(({ paragraphs }) => paragraphs)];
}

/** As high as the picture. */
const pictureLine = { line: 240, lineRule: 'auto', before: 0, after: 0 } as const;

function chartParagraphs(chart: ReportChart, picture: Uint8Array | null, id: number): Paragraph[] {
  const { width: wide, height } = chartSize[chart.shape];
  const image =
    picture &&
    new ImageRun({
      type: 'png',
      data: picture,
      // A little smaller than in the PDF, so that a machine with higher fonts still sets one page.
      transformation: { width: Math.round(wide * 0.92), height: Math.round(height * 0.92) },
      altText: { id: String(id), name: chart.title, title: chart.title, description: chartSentence(chart) },
    });
  return [
    new Paragraph({
      keepNext: true,
      spacing: lineFor(10, { before: 80, after: 60 }),
      children: [run(chart.title, plain(10, '1F2328', true)), run('（单位：件）', plain(8.5, muted))],
    }),
    image ? new Paragraph({ spacing: pictureLine, children: [image] }) : text(chart.instead ?? '', plain(9.5), 9.5),
    ...(chart.notes.length > 0 ? [text(chart.notes.join(''), plain(8, muted), 8, { before: 20 })] : []),
  ];
}

function disputeTable(cards: readonly DigestCard[]): Table {
  const labels = cards[0]?.figures.map((figure) => figure.label) ?? [];
  const first = mm(63);
  const widths = [first, ...labels.map(() => Math.floor((width - first) / labels.length))];
  const row = (words: readonly string[], face: IRunOptions, isHead: boolean) =>
    words.map((word, index) =>
      cell(
        [
          new Paragraph({
            alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
            spacing: lineFor(9, { before: 20, after: 20 }),
            children: [run(word, index === 0 && !isHead ? plain(9) : face)],
          }),
        ],
        { width: widths[index] ?? 0, border: 'below' },
      ),
    );
  return table(widths, [
    row(['单位：件', ...labels], plain(8.5, muted), true),
    ...cards.map((card) => row([card.title, ...card.figures.map((figure) => figure.printed)], plain(9, '1F2328', true), false)),
  ]);
}

const hairline = { style: BorderStyle.SINGLE, size: 4, color: line } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const borders = {
  box: { top: hairline, bottom: hairline, left: hairline, right: hairline },
  below: { top: noLine, bottom: hairline, left: noLine, right: noLine },
  none: { top: noLine, bottom: noLine, left: noLine, right: noLine },
} as const;

function cell(paragraphs: Paragraph[], of: { width: number; fill?: string; border?: keyof typeof borders }): TableCell {
  return new TableCell({
    width: { size: of.width, type: WidthType.DXA },
    borders: borders[of.border ?? 'box'],
    verticalAlign: of.border === 'none' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    margins: {
      left: of.border === 'none' ? 0 : 100,
      right: of.border === 'none' ? 0 : 100,
      top: of.border === 'below' ? 10 : 40,
      bottom: of.border === 'below' ? 10 : 40,
      marginUnitType: WidthType.DXA,
    },
    ...(of.fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: of.fill } } : {}),
    children: paragraphs,
  });
}

function table(columnWidths: number[], rows: readonly TableCell[][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths,
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells })),
  });
}
