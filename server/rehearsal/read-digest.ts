import { strFromU8, unzipSync } from 'fflate';
import type { CellId } from '@/server/domain/formats';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import type { DigestFigure, ReportDigest } from '@/server/domain/report/digest/report-digest';
import type { PictureKind } from '@/server/domain/report/export-kinds';
import { readDocx } from '@/server/imports/docx-tables';
import { readHtml } from '@/server/imports/html-tables';
import { altTextsOf, type PlacedText, type ReadChart, readBars, readYears, svgOf, textsOfPdf, textsOfSvg } from './read-picture';

/** A number of a 图解 as it was read from the file. */
export interface ReadNumber {
  /** What it is the sum of; one cell for a key figure. */
  cells: readonly CellId[];
  /** Null where nothing stands beside the label. */
  printed: string | null;
}

/**
 * The numbers of a 图解 or of the sheets of its charts as somebody outside would read them: beside a label, under a head, above a year.
 *
 * @param digest says which labels there are; none of its numbers is looked at
 * @throws Error when our own file cannot be read
 */
export async function readDigest(kind: PictureKind, bytes: Uint8Array, digest: ReportDigest): Promise<ReadNumber[]> {
  switch (kind) {
    case 'digest-html':
      return fromPage(strFromU8(bytes), digest);
    case 'digest-pdf':
      return fromPdf(await textsOfPdf(bytes), digest);
    case 'digest-docx':
      return fromWord(bytes, digest);
    case 'charts': {
      const drawings = Object.entries(unzipSync(bytes)).flatMap(([name, file]) => (name.endsWith('.svg') ? [strFromU8(file)] : []));
      return fromDrawings(drawings.join('\n'), digest);
    }
    default:
      return kind satisfies never;
  }
}

function fromPage(html: string, digest: ReportDigest): ReadNumber[] {
  const shown = new Map([...html.matchAll(/data-cell="([^"]+)">([^<]*)</g)].map(([, cell, printed]) => [cell, printed]));
  const rows = readHtml(html).tables.flatMap((table) => table.rows.map((row) => row.map((cell) => cell.text)));
  const inTables = digest.requests.charts.flatMap((chart) =>
    ownPoints(chart, digest).flatMap(({ label, values }) => {
      const row = rows.find(([head, ...cells]) => head === label && cells.length >= chart.series.length);
      return values.map(({ cells }, index) => ({ cells, printed: row?.[index + 1] ?? null }));
    }),
  );
  return [
    ...keyFigures(digest).map(({ cell }) => ({ cells: [cell], printed: shown.get(cell) ?? null })),
    ...inTables,
    ...fromDrawings(html, digest),
  ];
}

function fromDrawings(text: string, digest: ReportDigest): ReadNumber[] {
  return drawn(digest).flatMap((chart) => fromChart(chart, textsOfSvg(svgOf(text, chart.key)), digest));
}

function fromPdf(texts: readonly PlacedText[], digest: ReportDigest): ReadNumber[] {
  const { disclosure, requests, disputes } = digest;
  return [
    ...disclosure.cards.flatMap(({ title, figures }) => figures.map((figure) => inCard(texts, title, figure))),
    ...requests.balance.figures.map((figure) => underneath(texts, figure)),
    ...disputes.cards.flatMap(({ title, figures }) => inTable(texts, title, figures)),
    ...drawn(digest).flatMap((chart) => fromChart(chart, texts, digest)),
  ];
}

function fromWord(bytes: Uint8Array, digest: ReportDigest): ReadNumber[] {
  const { disclosure, requests, disputes } = digest;
  const read = readDocx(bytes);
  if (!read.readable) throw new Error(`our own Word file cannot be read: ${read.why.en}`);
  const rows = read.document.tables.flatMap((table) => table.rows.map((row) => row.map((cell) => cell.text)));
  const cells = rows.flat();
  const behind = (text: string | undefined, { cell, label }: DigestFigure): ReadNumber => ({
    cells: [cell],
    printed: (text ?? '').split(`${label} `)[1]?.match(/^(-?\d[\d.]*|未填)/)?.[0] ?? null,
  });
  const inSentence = (chart: ReportChart) => {
    const sentence = altTextsOf(bytes)[chart.title] ?? '';
    return ownPoints(chart, digest).flatMap(({ label, values }) =>
      values.map((value, index) => {
        const name = `${label}${chart.series.length > 1 ? (chart.series[index] ?? '') : ''}`;
        return { cells: value.cells, printed: sentence.split(name)[1]?.match(/^-?\d+/)?.[0] ?? null };
      }),
    );
  };
  return [
    ...disclosure.cards.flatMap(({ title, figures }) =>
      figures.map((figure) =>
        behind(
          cells.find((text) => text.startsWith(title) && text.includes(`${figure.label} `)),
          figure,
        ),
      ),
    ),
    ...requests.balance.figures.map((figure) =>
      behind(
        cells.find((text) => text.startsWith(`${figure.label} `)),
        figure,
      ),
    ),
    ...disputes.cards.flatMap(({ title, figures }) => {
      const row = rows.find(([head]) => head === title);
      return figures.map(({ cell }, index) => ({ cells: [cell], printed: row?.[index + 1] ?? null }));
    }),
    ...drawn(digest).flatMap(inSentence),
  ];
}

/** Charts that are drawn; for the others a sentence says why not. */
function drawn({ requests }: ReportDigest): ReportChart[] {
  return requests.charts.filter((chart) => chart.instead === null);
}

/** Other years of a trend are told by the reports of those years. */
function ownPoints({ shape, points }: ReportChart, { year }: ReportDigest): ReportChart['points'] {
  return shape === 'years' ? points.filter((point) => point.label === `${year}年`) : points;
}

function keyFigures({ disclosure, requests, disputes }: ReportDigest): DigestFigure[] {
  return [...disclosure.cards, { figures: requests.balance.figures }, ...disputes.cards].flatMap((card) => card.figures);
}

function fromChart(chart: ReportChart, texts: readonly PlacedText[], digest: ReportDigest): ReadNumber[] {
  const labels = chart.points.map((point) => point.label);
  const read: ReadChart = chart.shape === 'bars' ? readBars(texts, labels) : readYears(texts, labels);
  return ownPoints(chart, digest).flatMap(({ label, values }) => {
    const numbers = (read[label] ?? '').split(' ');
    return values.map(({ cells }, index) => ({ cells, printed: numbers[index] || null }));
  });
}

/** A number stands below its label, on the same left edge, in the card under its title. */
function inCard(texts: readonly PlacedText[], title: string, { cell, label }: DigestFigure): ReadNumber {
  const head = texts.find((one) => one.text === title);
  const at = texts
    .filter((one) => one.text === label && head && one.y > head.y && one.y < head.y + 20 && one.left > head.left - 1)
    .sort((a, b) => a.left - b.left)[0];
  const below = texts.find((one) => at && one.y > at.y && one.y < at.y + 25 && Math.abs(one.left - at.left) < 1.5);
  return { cells: [cell], printed: below?.text ?? null };
}

function underneath(texts: readonly PlacedText[], { cell, label }: DigestFigure): ReadNumber {
  const at = texts.find((one) => one.text === label);
  const below = texts.find(
    (one) => at && one.y > at.y && one.y < at.y + 30 && Math.abs(one.middle - at.middle) < 20 && /\d|未填/.test(one.text),
  );
  return { cells: [cell], printed: below?.text ?? null };
}

/** A number of the table stands in the row of its title and ends where the head of its column ends. */
function inTable(texts: readonly PlacedText[], title: string, figures: readonly DigestFigure[]): ReadNumber[] {
  const heads = figures.map(({ label }) => texts.findLast((one) => one.text === label));
  const row = texts.findLast(
    (one) => one.y > (heads[0]?.y ?? 0) && (title === one.text || (title.startsWith(one.text) && one.text.length >= 4)),
  );
  const numbers = texts.filter((one) => row && Math.abs(one.y - row.y) < 3 && /^(?:\d+|未填)$/.test(one.text));
  return figures.map(({ cell }, index) => {
    const head = heads[index];
    return { cells: [cell], printed: numbers.find((one) => head && Math.abs(one.right - head.right) < 1.5)?.text ?? null };
  });
}
