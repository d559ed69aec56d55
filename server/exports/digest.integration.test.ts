import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { count, type Figure, numberAt, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, getFormat, leafCells } from '@/server/domain/formats';
import { applicantKinds } from '@/server/domain/formats/applicant-columns';
import { parseReportJson } from '@/server/domain/reading';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { PastYear } from '@/server/domain/report/charts/trend-chart';
import { buildReportDigest } from '@/server/domain/report/digest/build-report-digest';
import { type PictureKind, pictureKinds } from '@/server/domain/report/export-kinds';
import type { ReportContent } from '@/server/domain/subject';
import { type PublishedReportName, publishedReports } from '@/server/domain/testing/published-reports';
import { readDocx } from '@/server/imports/docx-tables';
import { readHtml } from '@/server/imports/html-tables';
import { altTextsOf, type ReadChart, readBars, readYears, svgOf, textsOfPdf, textsOfSvg } from '@/server/rehearsal/read-picture';
import { exportFileName, exportsByKind } from '.';
import { distinctFigures } from './testing/distinct-figures';

const format = getFormat('2021');
const longName = `中国（示例）自由贸易试验区临港新片区管理委员会暨示例国家级高新技术产业开发区管理委员会${'综合行政执法和应急管理'.repeat(2)}办公室`;

interface Wanted {
  figures?: ReadonlyMap<CellId, Figure>;
  of?: Format;
  organ?: string;
  edition?: number | null;
  past?: readonly PastYear[];
  missing?: readonly string[];
}

function aReport({
  of = format,
  figures = distinctFigures(of, 77),
  organ = '示例区人民政府',
  edition = 1,
  past = [],
  missing = [],
}: Wanted) {
  const content: ReportContent = { organ, year: 2023, scope: 'consolidated', figures, texts: {} };
  const document = buildReportDocument({
    content,
    format: of,
    edition,
    contentHash: 'b'.repeat(64),
    missingUnits: missing.map((unit) => ({ unit })),
  });
  return { content, document, past, format: of };
}
type Report = ReturnType<typeof aReport>;

function withLeaves(values: Record<CellId, number>): Map<CellId, Figure> {
  return withComputed(format, new Map(leafCells(format).map((cell): [CellId, Figure] => [cell.id, count(values[cell.id] ?? 0)])));
}

function pastYear(year: number, received: number, answered: number): PastYear {
  const figures = new Map([
    ['s3.new_received.total', count(received)],
    ['s3.result_total.total', count(answered)],
  ]);
  return { year, edition: year - 2018, contentHash: 'a'.repeat(64), figures };
}

const write = (kind: PictureKind | 'bundle', { document, content, past }: Report) => exportsByKind[kind].write(document, content, [], past);

/** What the charts have to show, from the figures of the report alone. */
function expected({ content, format: of, past }: Report) {
  const total = (rows: RegExp) =>
    [...of.cells.values()]
      .filter((cell) => cell.columnLabel === '总计' && rows.test(cell.rowLabel))
      .reduce((sum, cell) => sum + (numberAt(content.figures, cell.id) ?? Number.NaN), 0);
  const outcomes = {
    予以公开: total(/^（一）/),
    部分公开: total(/^（二）/),
    不予公开: total(/^（三）/),
    无法提供: total(/^（四）/),
    不予处理: total(/^（五）/),
    其他处理: total(/^（六）/),
  };
  const applicants = Object.fromEntries(
    applicantKinds.map(({ key, label }) => [
      label === '其他' ? '其他组织' : label,
      numberAt(content.figures, `s3.new_received.${key}`) ?? Number.NaN,
    ]),
  );
  const trend = Object.fromEntries(
    [2019, 2020, 2021, 2022, 2023].map((year) => {
      const book = year === 2023 ? content.figures : past.find((one) => one.year === year)?.figures;
      const pair = ['s3.new_received.total', 's3.result_total.total'].map((cell) => (book ? numberAt(book, cell) : null));
      return [`${year}年`, book ? pair.join(' ') : '暂缺'];
    }),
  );
  return { outcomes, applicants, trend };
}

/** Numbers with the shares behind them, if shares are said. */
function withShares(values: Record<string, number>): ReadChart {
  const sum = Object.values(values).reduce((all, value) => all + value, 0);
  const share = (value: number): string => {
    const rounded = (Math.round((value * 1000) / sum) / 10).toFixed(1);
    if (value > 0 && rounded === '0.0') return '<0.1%';
    return value < sum && rounded === '100.0' ? '>99.9%' : `${rounded}%`;
  };
  return Object.fromEntries(Object.entries(values).map(([label, value]) => [label, sum < 20 ? `${value}` : `${value} ${share(value)}`]));
}

function drawnIn(text: string) {
  const texts = (key: 'outcomes' | 'applicants' | 'trend') => textsOfSvg(svgOf(text, key));
  return (wanted: ReturnType<typeof expected>) => ({
    outcomes: readBars(texts('outcomes'), Object.keys(wanted.outcomes)),
    applicants: readBars(texts('applicants'), Object.keys(wanted.applicants)),
    trend: readYears(texts('trend'), Object.keys(wanted.trend)),
  });
}

const reports: [string, Report][] = [
  [
    'with a different value in every cell',
    aReport({ past: [pastYear(2019, 310, 305), pastYear(2020, 402, 399), pastYear(2021, 1, 0), pastYear(2022, 480, 477)] }),
  ],
  [
    'with one row 其他处理 and a year missing',
    aReport({ of: getFormat('2021', 'other_single'), past: [pastYear(2020, 40, 39), pastYear(2022, 48, 47)] }),
  ],
  ['in the format of 2019', aReport({ of: getFormat('2019'), past: [pastYear(2022, 1200, 1300)] })],
  [
    'with six and seven digits',
    aReport({
      figures: withLeaves({
        's3.new_received.natural_person': 340_299,
        's3.new_received.commercial_enterprise': 99_999,
        's3.new_received.other_org': 100_001,
        's3.granted.natural_person': 1_175_000,
        's3.partially_granted.natural_person': 1,
        's3.refused_repeat.other_org': 123_456,
        's2.licensing_decisions': 128_085_951,
        's4.review.other': 138_888,
      }),
      past: [
        pastYear(2019, 654_321, 654_320),
        pastYear(2020, 700_000, 699_999),
        pastYear(2021, 810_000, 811_111),
        pastYear(2022, 999_999, 1_000_001),
      ],
    }),
  ],
  [
    'with fewer than 20 requests',
    aReport({
      figures: withLeaves({ 's3.new_received.natural_person': 12, 's3.granted.natural_person': 7, 's3.other_misc.natural_person': 5 }),
      past: [pastYear(2022, 3, 3)],
    }),
  ],
  [
    'with one request',
    aReport({
      figures: withLeaves({ 's3.new_received.legal_service_org': 1, 's3.granted.legal_service_org': 1 }),
      past: [pastYear(2022, 0, 0)],
    }),
  ],
  [
    'of an organ with a very long name',
    aReport({
      organ: longName,
      past: [pastYear(2022, 480, 477)],
      missing: Array.from({ length: 48 }, (_, index) => `示例区第${index + 1}街道办事处`),
    }),
  ],
];

describe('every number that is drawn is the edition’s', () => {
  it.each(reports)('in the page for the portal: drawings, tables below them, key figures, of a report %s', async (_, report) => {
    const html = strFromU8(await write('digest-html', report));
    const wanted = expected(report);
    expect(drawnIn(html)(wanted)).toEqual({
      outcomes: withShares(wanted.outcomes),
      applicants: withShares(wanted.applicants),
      trend: wanted.trend,
    });

    const tables = readHtml(html).tables.map(({ rows }) =>
      Object.fromEntries(rows.slice(1).map(([head, ...cells]) => [head?.text, cells.map((cell) => cell.text).join(' ')])),
    );
    expect(tables[0]).toEqual(withShares(wanted.outcomes));
    expect(tables[1]).toEqual(withShares(wanted.applicants));
    expect(tables[2]).toEqual(
      Object.fromEntries(Object.entries(wanted.trend).map(([year, said]) => [year, said === '暂缺' ? '暂缺 暂缺' : said])),
    );

    const printed = new Map(report.document.blocks.flatMap((block) => (block.kind === 'table' ? Object.entries(block.figures) : [])));
    const shown = [...html.matchAll(/data-cell="([^"]+)">([^<]*)</g)];
    expect(shown.length).toBeGreaterThanOrEqual(26);
    for (const [, cell = '', value] of shown) expect([cell, value]).toEqual([cell, printed.get(cell)]);
  });

  it.each(reports)('in the PDF, on one page, of a report %s', async (_, report) => {
    const texts = await textsOfPdf(await write('digest-pdf', report));
    const wanted = expected(report);
    expect(readBars(texts, Object.keys(wanted.outcomes))).toEqual(withShares(wanted.outcomes));
    expect(readBars(texts, Object.keys(wanted.applicants))).toEqual(withShares(wanted.applicants));
    expect(readYears(texts, Object.keys(wanted.trend))).toEqual(wanted.trend);

    const digest = buildReportDigest(report);
    for (const { title, figures } of digest.disclosure.cards) {
      const head = texts.find((one) => one.text === title);
      for (const { label, printed } of figures) {
        const at = texts
          .filter((one) => one.text === label && head && one.y > head.y && one.y < head.y + 20 && one.left > head.left - 1)
          .sort((a, b) => a.left - b.left)[0];
        const below = texts.filter((one) => at && one.y > at.y && one.y < at.y + 25 && Math.abs(one.left - at.left) < 1.5);
        expect([title, label, below.map((one) => one.text)]).toEqual([title, label, [printed]]);
      }
    }
    for (const { label, printed } of digest.requests.balance.figures) {
      const at = texts.find((one) => one.text === label);
      const below = texts.filter(
        (one) => at && one.y > at.y && one.y < at.y + 30 && Math.abs(one.middle - at.middle) < 20 && /\d/.test(one.text),
      );
      expect([label, below.map((one) => one.text)]).toEqual([label, [printed]]);
    }
    const heads = digest.disputes.cards[0]?.figures.map(({ label }) => texts.find((one) => one.text === label)) ?? [];
    for (const { title, figures } of digest.disputes.cards) {
      const row = texts
        .filter((one) => one.text.startsWith(title.slice(0, 4)) && one.y > (heads[0]?.y ?? 0))
        .find((one) => title.startsWith(one.text) || one.text === title);
      const numbers = texts.filter((one) => row && Math.abs(one.y - row.y) < 3 && /^\d+$/.test(one.text));
      expect([title, heads.map((head) => numbers.find((one) => head && Math.abs(one.right - head.right) < 1.5)?.text)]).toEqual([
        title,
        figures.map((figure) => figure.printed),
      ]);
    }
  });

  it.each(reports)('in Word, in tables and in the alternative texts of pictures, of a report %s', async (_, report) => {
    const docx = await write('digest-docx', report);
    const wanted = expected(report);
    const alts = altTextsOf(docx);
    const said = (title: string) =>
      Object.fromEntries(
        [...(alts[title] ?? '').matchAll(/([^。；，]+?)(\d+)件(?:，占([^；。]+%))?/g)].map(([, label = '', value, share]) => [
          label,
          share ? `${value} ${share}` : `${value}`,
        ]),
      );
    expect(said('申请办理结果')).toMatchObject(withShares(wanted.outcomes));
    expect(said('申请人类型')).toMatchObject(withShares(wanted.applicants));
    for (const [year, pair] of Object.entries(wanted.trend)) {
      const [received, answered] = pair.split(' ');
      expect(alts.近五年申请和办结).toContain(
        pair === '暂缺' ? `${year}新收暂缺，${year}办结暂缺` : `${year}新收${received}件，${year}办结${answered}件`,
      );
    }
    const read = readDocx(docx);
    if (!read.readable) throw new Error(read.why.en);
    const cells = read.document.tables.flatMap((table) => table.rows.flatMap((row) => row.map((cell) => cell.text)));
    const digest = buildReportDigest(report);
    for (const { title, figures } of digest.disclosure.cards) {
      const card = cells.find((text) => text.startsWith(title) && text.length > title.length) ?? '';
      for (const { label, printed, unit } of figures) expect(card).toContain(`${label} ${printed}${unit}`);
    }
    for (const { label, printed, unit } of digest.requests.balance.figures) expect(cells).toContain(`${label} ${printed}${unit}`);
    const disputes = read.document.tables.at(-1)?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(disputes.slice(1)).toEqual(digest.disputes.cards.map((card) => [card.title, ...card.figures.map((figure) => figure.printed)]));
  });

  it.each(reports)('on the sheets of the charts, each as vector and as picture, of a report %s', async (_, report) => {
    const files = unzipSync(await write('charts', report));
    const wanted = expected(report);
    const all = Object.entries(files)
      .filter(([name]) => name.endsWith('.svg'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
    const bars = (key: 'outcomes' | 'applicants') => readBars(textsOfSvg(svgOf(all, key)), Object.keys(wanted[key]));
    expect(bars('outcomes')).toEqual(withShares(wanted.outcomes));
    expect(bars('applicants')).toEqual(withShares(wanted.applicants));
    expect(readYears(textsOfSvg(svgOf(all, 'trend')), Object.keys(wanted.trend))).toEqual(wanted.trend);
    expect(Object.keys(files).sort()).toEqual([
      '1-申请办理结果.png',
      '1-申请办理结果.svg',
      '2-申请人类型.png',
      '2-申请人类型.svg',
      '3-近五年申请和办结.png',
      '3-近五年申请和办结.svg',
    ]);
    for (const [name, bytes] of Object.entries(files))
      if (name.endsWith('.png')) expect([...bytes.slice(1, 4)], name).toEqual([0x50, 0x4e, 0x47]);
  });

  it.each(Object.keys(publishedReports) as PublishedReportName[])('of %s, as it was published', async (name) => {
    const parsed = parseReportJson(JSON.stringify(publishedReports[name]));
    if (!parsed.ok) throw new Error('unreadable');
    const { format: of, content } = parsed.value;
    const document = buildReportDocument({ content, format: of, edition: null, contentHash: 'b'.repeat(64) });
    const report = { content, document, past: [], format: of };
    const html = strFromU8(await write('digest-html', report));
    const wanted = expected(report);
    for (const key of ['outcomes', 'applicants'] as const) {
      const rows = readBars(textsOfSvg(svgOf(html, key)), Object.keys(wanted[key]));
      const isDrawn =
        Object.values(wanted[key]).every((value) => !Number.isNaN(value)) && Object.values(wanted[key]).some((value) => value > 0);
      if (isDrawn) expect(rows).toEqual(withShares(wanted[key]));
      else expect(svgOf(html, key)).toBe('');
    }
    expect((await textsOfPdf(await write('digest-pdf', report))).length).toBeGreaterThan(50);
  });
});

describe('the 图解 and charts', () => {
  const report = aReport({ past: [pastYear(2022, 480, 477)] });

  it.each(pictureKinds)('%s made twice is the same bytes, whatever was drawn in between', async (kind) => {
    const first = await write(kind, report);
    await write('digest-html', aReport({ organ: '别的机关' }));
    expect(Buffer.from(await write(kind, report)).equals(Buffer.from(first))).toBe(true);
  });

  it('say of a year of zeros that it is one, and draw nothing', async () => {
    const zeros = aReport({ figures: withLeaves({}), past: [pastYear(2022, 0, 0)] });
    const html = strFromU8(await write('digest-html', zeros));
    expect(html).not.toContain('<svg');
    const pdf = (await textsOfPdf(await write('digest-pdf', zeros))).map((one) => one.text).join('');
    const word = strFromU8(unzipSync(await write('digest-docx', zeros))['word/document.xml'] ?? new Uint8Array());
    for (const sentence of ['全年办结0件，各项均为0。', '全年新收0件，各项均为0。', '2022年、2023年新收和办结均为0件。'])
      for (const face of [html, pdf, word]) expect(face).toContain(sentence);
    expect(word).not.toContain('<w:drawing');
    const sheets = unzipSync(await write('charts', zeros));
    expect(strFromU8(sheets['1-申请办理结果.svg'] ?? new Uint8Array())).toContain('全年办结0件，各项均为0。');
  });

  it('name a year without an edition and give it no number', async () => {
    const html = strFromU8(await write('digest-html', report));
    expect(html).toContain('2019年、2020年、2021年：系统内没有完整的年报定稿版，不绘。');
    expect(readYears(textsOfSvg(svgOf(html, 'trend')), Object.keys(expected(report).trend))).toMatchObject({ '2021年': '暂缺' });
  });

  it('mark a draft in every face, and show what is not filled as that', async () => {
    const figures = new Map(withLeaves({ 's3.new_received.natural_person': 30, 's3.granted.natural_person': 30 }));
    for (const id of ['s2.licensing_decisions', 's3.granted.natural_person', 's3.granted.total', 's3.result_total.total'])
      figures.delete(id);
    const draft = aReport({ figures, edition: null });
    const html = strFromU8(await write('digest-html', draft));
    const docx = unzipSync(await write('digest-docx', draft));
    const sheets = unzipSync(await write('charts', draft));
    expect(html).toContain('草稿，未定稿，不得公开');
    expect((await textsOfPdf(await write('digest-pdf', draft))).map((one) => one.text)).toContain('草稿，未定稿，不得公开');
    expect(Object.entries(docx).some(([name, bytes]) => name.startsWith('word/header') && strFromU8(bytes).includes('草稿'))).toBe(true);
    for (const [name, bytes] of Object.entries(sheets)) if (name.endsWith('.svg')) expect(strFromU8(bytes), name).toContain('>草稿</text>');
    expect(html).toContain('data-cell="s2.licensing_decisions">未填<');
    expect(html).toContain('有数尚未填报或者无法识别，暂不绘图。');
    for (const kind of pictureKinds) expect(exportFileName(draft.document, kind)).toContain('草稿');
    expect(strFromU8(await write('digest-html', report))).not.toContain('草稿');
  });

  it('say which edition they are of, with the hash of its content, and which the trend rests on', async () => {
    const wanted = [
      '数据来源：示例区人民政府2023年政府信息公开工作年度报告（汇总，第1版）',
      `内容校验码：${'b'.repeat(64)}`,
      '以前年度的数取自：2022年第4版年度报告',
    ];
    const html = strFromU8(await write('digest-html', report));
    const pdf = (await textsOfPdf(await write('digest-pdf', report))).map((one) => one.text).join('');
    const word = readDocx(await write('digest-docx', report));
    for (const line of wanted) {
      expect(html).toContain(line);
      expect(pdf).toContain(line);
      expect(word.readable && word.document.paragraphs).toContain(line);
    }
  });

  it('the page loads nothing, runs nothing and needs no style attribute; whatever was typed is text', async () => {
    const nasty = '</title><script>alert(1)</script>"onload="x#panic("y")';
    const named = aReport({ organ: nasty });
    const html = strFromU8(await write('digest-html', named));
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|<[^>]+\s(?:on\w+|style)=|javascript:/i);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect((await textsOfPdf(await write('digest-pdf', named))).map((one) => one.text).join('')).toContain('#panic("y")');
    for (const [name, bytes] of Object.entries(unzipSync(await write('charts', named))))
      if (name.endsWith('.svg')) expect(strFromU8(bytes), name).not.toContain('<script');
  });

  it('the PDF is archived as PDF/A with vectors and no pixels', async () => {
    const pdf = strFromU8(await write('digest-pdf', report), true);
    expect(pdf).toContain('pdfaid');
    expect(pdf).not.toMatch(/\/Subtype ?\/Image|\/JavaScript|\/Launch/);
  });

  it('have names of their own beside the report’s files', () => {
    const names = (['pdf', ...pictureKinds] as const).map((kind) => exportFileName(report.document, kind));
    expect(names).toEqual([
      '示例区人民政府2023年政府信息公开工作年度报告（汇总，第1版）.pdf',
      '示例区人民政府2023年政府信息公开工作年度报告图解（汇总，第1版）.pdf',
      '示例区人民政府2023年政府信息公开工作年度报告图解（汇总，第1版）.html',
      '示例区人民政府2023年政府信息公开工作年度报告图解（汇总，第1版）.docx',
      '示例区人民政府2023年政府信息公开工作年度报告图表（汇总，第1版）.zip',
    ]);
  });
});
