import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { figureAt, printFigure } from '@/server/domain/figures';
import { type Format, getCell, getFormat } from '@/server/domain/formats';
import { readStatutoryTables } from '@/server/domain/reading/read-statutory-tables';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { type FaceKind, faceKinds, pictureKinds } from '@/server/domain/report/export-kinds';
import { readDocx } from '@/server/imports/docx-tables';
import { readHtml } from '@/server/imports/html-tables';
import { readWorkbook } from '@/server/imports/xlsx-tables';
import { readFace } from '@/server/rehearsal/read-face';
import { expectListedFiles } from '@/server/testing/listed-files';
import { exportsByKind } from '.';
import { type BundleManifest, bundleManifest, manifestSchemaText } from './bundle/manifest-schema';
import { distinctFigures } from './testing/distinct-figures';

const stored = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const formats: [string, Format][] = [
  ['2021 with three rows 其他处理', getFormat('2021')],
  ['2021 with one row 其他处理', getFormat('2021', 'other_single')],
  ['2019', getFormat('2019')],
];
const nasty = '=HYPERLINK("http://a")<script>alert(1)</script>“&amp;”#let x = 1 $\\ @cite\n（一）主动公开。正文_强调_*粗*';

function aReport(format: Format, { seed = 20231231, organ = '示例区人民政府', edition = 1 as number | null } = {}) {
  const content = { organ, year: 2023, scope: 'own_organ' as const, figures: distinctFigures(format, seed), texts: { '1': nasty } };
  return { content, document: buildReportDocument({ content, format, edition, contentHash: 'b'.repeat(64) }) };
}

async function write(kind: FaceKind, { content, document }: ReturnType<typeof aReport>): Promise<Uint8Array> {
  return exportsByKind[kind].write(document, content);
}

function shown(format: Format, figures: Awaited<ReturnType<typeof readFace>>): Record<string, string> {
  return Object.fromEntries(
    [...format.cells.values()]
      .filter((cell) => cell.isPrinted)
      .map(({ id }) => [id, printFigure(figureAt(figures, id), getCell(format, id))]),
  );
}

describe('the faces', () => {
  it.each(formats.flatMap(([name, format]) => faceKinds.map((kind) => [kind, name, format] as const)))(
    'A9: %s says in every printed cell what the document says, found by row and column: %s',
    async (kind, _, format) => {
      const report = aReport(format);
      expect(shown(format, await readFace(kind, await write(kind, report), format))).toEqual(shown(format, report.content.figures));
    },
  );

  it.each(faceKinds)('%s made twice is the same bytes', async (kind) => {
    const report = aReport(getFormat('2021'));
    expect(Buffer.from(await write(kind, report)).equals(Buffer.from(await write(kind, report)))).toBe(true);
  });
});

interface Line {
  text: string;
  left: number;
  right: number;
}

/** The lines of a page from top to bottom. */
function linesOf(items: readonly object[]): Line[] {
  const lines = new Map<number, Line>();
  for (const item of items) {
    if (!('str' in item) || !('transform' in item) || !('width' in item) || String(item.str).trim() === '') continue;
    const [, , , , left = 0, y = 0] = item.transform as number[];
    const line = lines.get(Math.round(y)) ?? { text: '', left, right: left };
    lines.set(Math.round(y), {
      text: line.text + item.str,
      left: Math.min(line.left, left),
      right: Math.max(line.right, left + Number(item.width)),
    });
  }
  return [...lines].sort(([above], [below]) => below - above).map(([, line]) => line);
}

describe('notes below tables and remarks in cells', () => {
  const format = getFormat('2021');
  const notes = {
    t2: '本年制发件数含修订。\n另有废止件数含自然失效。',
    t3: '申请以受理日期统计。',
    t4: '复议以结案日期统计。',
    's2.normative_documents.issued': '其中修订16件',
    's2.admin_fees': '含上年结转收入',
    's3.new_received.natural_person': '含撤回后重新提出的2件',
    's3.denied_state_secret.commercial_enterprise': '含1件部分',
    's4.review.upheld': '含上年收案3件',
    's4.litigation_after_review.total': '含上年收案12件',
  };
  const withNotes = () => {
    const { content } = aReport(format);
    const noted = { ...content, notes };
    return { content: noted, document: buildReportDocument({ content: noted, format, edition: 1, contentHash: 'b'.repeat(64) }) };
  };

  it.each(faceKinds)('leave every figure in %s to be found as the number it is', async (kind) => {
    const report = withNotes();
    const bytes = await write(kind, report);
    expect(shown(format, await readFace(kind, bytes, format))).toEqual(shown(format, report.content.figures));
    expect(Buffer.from(await write(kind, report)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('are printed behind the figure on the page and in Word, and read again as remarks', async () => {
    const report = withNotes();
    const html = readStatutoryTables(readHtml(strFromU8(await write('html', report))).tables, format);
    const read = readDocx(await write('docx', report));
    const word = read.readable ? readStatutoryTables(read.document.tables, format) : null;
    const { t2: _t2, t3: _t3, t4: _t4, ...remarks } = notes;
    expect(Object.fromEntries(html.remarks)).toEqual(remarks);
    expect(Object.fromEntries(word?.remarks ?? [])).toEqual(remarks);
    expect(readHtml(strFromU8(await write('html', report))).paragraphs).toContain('注：本年制发件数含修订。');
  });

  it('leave numbers numbers in the workbook, with a line below the table; the list and the JSON have a place of their own', async () => {
    const report = withNotes();
    const sheets = await readWorkbook(await write('xlsx', report));
    const lines = sheets[0]?.rows.map((row) => row[0]?.text ?? '') ?? [];
    expect(lines.filter((line) => /^(?:备注|注)：/.test(line))).toHaveLength(3);
    expect(lines.join()).toContain('（其中修订16件）');
    expect(strFromU8(await write('csv', report))).toContain(',（其中修订16件）');
    expect(JSON.parse(strFromU8(await write('json', report))).notes).toEqual(notes);
  });
});

describe('adjustments', () => {
  it('are stated by the JSON with sum, change, figure and reason, without the names of people', async () => {
    const format = getFormat('2021');
    const { content, document } = aReport(format);
    const line = { cell: 's2.admin_fees', value: -12_500, decimals: 4, reason: '系统切换遗留', sum: '1.2625', printed: '1.25' };
    const adjusted = { ...content, adjustments: [{ ...line, writtenBy: '张三', countersignedBy: '李四' }] };
    const json = JSON.parse(strFromU8(await write('json', { content: adjusted, document })));
    expect(json.adjustments).toEqual([
      { cell: line.cell, name: expect.any(String), sum: '1.2625', change: '-0.0125', printed: '1.25', reason: line.reason },
    ]);
    expect(JSON.stringify(json)).not.toContain('张三');
    expect(shown(format, await readFace('json', await write('json', { content: adjusted, document }), format))).toEqual(
      shown(format, content.figures),
    );
  });
});

describe('the page for the portal', () => {
  const format = getFormat('2021');

  it('T38: runs nothing and loads nothing: what was typed is text', async () => {
    const html = strFromU8(await write('html', aReport(format)));
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bon\w+=|javascript:/i);
    expect(readHtml(html).paragraphs.join('\n')).toContain('=HYPERLINK("http://a")<script>alert(1)</script>“&amp;”#let x = 1');
  });

  it('names for every figure of table 三 the column and the row it stands in', async () => {
    const html = strFromU8(await write('html', aReport(format)));
    const headers = /<td headers="([^"]+)" data-cell="s3\.denied_state_secret\.commercial_enterprise"/.exec(html)?.[1]?.split(' ') ?? [];
    const words = headers.map((id) => new RegExp(`<th id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1]);
    expect(words).toEqual(['申请人情况', '法人或其他组织', '商业企业', '三、本年度办理结果', '（三）不予公开', '1.属于国家秘密']);
  });

  it('says that a draft is one, and an edition which it is', async () => {
    expect(strFromU8(await write('html', aReport(format, { edition: null })))).toContain('草稿，未定稿，不得公开');
    expect(strFromU8(await write('html', aReport(format, { edition: 3 })))).toContain('第3版');
  });
});

describe('the PDF', () => {
  const format = getFormat('2021');

  it('has 22 lines of 28 characters on a page, 26 behind the indent, and its number one character from the edge', async () => {
    const report = aReport(format);
    const content = { ...report.content, texts: { preamble: '字'.repeat(26 + 28 * 50) } };
    const document = buildReportDocument({ content, format, edition: 1, contentHash: 'b'.repeat(64) });
    const pdf = await getDocument({ data: new Uint8Array(await exportsByKind.pdf.write(document, content)), verbosity: 0 }).promise;
    const lines = await Promise.all([1, 2, 3].map(async (page) => linesOf((await (await pdf.getPage(page)).getTextContent()).items)));
    await pdf.destroy();
    const [first = [], second = [], third = []] = lines.map((page) => page.filter(({ text }) => /^字+$/.test(text)));
    expect(first.map(({ text }) => text.length)).toEqual([26, ...first.slice(1).map(() => 28)]);
    expect(second.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
    const numbers = lines.map((page) => page.at(-1));
    expect(numbers.map((one) => one?.text.replace(/\s/g, ''))).toEqual(['—1—', '—2—', '—3—']);
    const [left, right] = [28, 210 - 26].map((mm) => (mm / 25.4) * 72);
    expect((numbers[1]?.left ?? 0) - (left ?? 0)).toBeCloseTo(14, 0);
    expect((right ?? 0) - (numbers[0]?.right ?? 0)).toBeGreaterThan(10);
    expect(third.length).toBeGreaterThan(0);
  });
});

describe('a table that remarks make higher than a page', () => {
  const format = getFormat('2021');
  const remark = '含上年度结转后在本年度内答复的申请和撤回后重新提出的申请，另有说明见表下附注';
  const rows = ['granted', 'denied_state_secret', 'denied_law_prohibited', 'denied_enforcement_file', 'unable_not_held', 'refused_repeat'];

  it('is parted between groups: nothing stands below the page of the PDF, and every figure is found in it and in Word', async () => {
    const { content } = aReport(format);
    const noted = { ...content, notes: Object.fromEntries(rows.map((row) => [`s3.${row}.natural_person`, remark])) };
    const document = buildReportDocument({ content: noted, format, edition: 1, contentHash: 'b'.repeat(64) });
    const bytes = await exportsByKind.pdf.write(document, noted);
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const lowest: number[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      lowest.push(Math.min(...items.flatMap((item) => ('transform' in item ? [Number(item.transform[5])] : []))));
    }
    await pdf.destroy();
    for (const y of lowest) expect(y).toBeGreaterThan((20 / 25.4) * 72);
    expect(shown(format, await readFace('docx', await exportsByKind.docx.write(document, noted), format))).toEqual(
      shown(format, content.figures),
    );
    expect(shown(format, await readFace('pdf', bytes, format))).toEqual(shown(format, content.figures));
  });
});

describe('a table and the note below it', () => {
  const format = getFormat('2021');
  const lines = Array.from({ length: 22 }, (_, index) => index + 1);

  it('stand on one page of the PDF, under their heading, wherever on a page the text before ends', async () => {
    for (const count of lines) {
      const { content } = aReport(format);
      const text = Array.from({ length: count }, () => '正文。').join('\n');
      const notes = { t2: '表二附注。', t3: '表三附注。', t4: '表四附注。' };
      const noted = { ...content, texts: { '1': text }, notes };
      const document = buildReportDocument({ content: noted, format, edition: 1, contentHash: 'b'.repeat(64) });
      const pdf = await getDocument({ data: new Uint8Array(await exportsByKind.pdf.write(document, noted)), verbosity: 0 }).promise;
      const pages: string[] = [];
      for (let page = 1; page <= pdf.numPages; page += 1) {
        const { items } = await (await pdf.getPage(page)).getTextContent();
        pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
      }
      await pdf.destroy();
      const pageOf = (words: string) => pages.findIndex((page) => page.includes(words));
      for (const [heading, last, note] of [
        ['二、主动公开政府信息情况', '行政事业性收费', '表二附注'],
        ['三、收到和处理', '四、结转下年度继续办理', '表三附注'],
        ['四、政府信息公开行政复议', '复议后起诉', '表四附注'],
      ] as const)
        expect([count, heading, pageOf(heading), pageOf(heading)]).toEqual([count, heading, pageOf(last), pageOf(note)]);
    }
  });
});

describe('the workbook and the list', () => {
  const format = getFormat('2021');

  it('T37: hold no formula, whatever was typed', async () => {
    const files = unzipSync(await write('xlsx', aReport(format, { organ: '=1+1' })));
    for (const [name, bytes] of Object.entries(files))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes), name).not.toMatch(/<f[ >]/);
    expect(strFromU8(await write('csv', aReport(format, { organ: '=1+1' })))).toContain("'=1+1");
  });

  it('give every paragraph of the text sheet the height of all its lines', async () => {
    const { content } = aReport(format);
    const long = { ...content, texts: { preamble: '字'.repeat(900) } };
    const document = buildReportDocument({ content: long, format, edition: 1, contentHash: 'b'.repeat(64) });
    const files = unzipSync(await exportsByKind.xlsx.write(document, long));
    const text = strFromU8(files['xl/worksheets/sheet4.xml'] ?? new Uint8Array());
    const heights = [...text.matchAll(/<row [^>]*\bht="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(heights[0]).toBe(18);
    expect(heights[1]).toBeGreaterThanOrEqual(((900 * 2) / 90) * 14);
  });

  it('the list begins with the mark that Excel and WPS need to read Chinese', async () => {
    expect([...(await write('csv', aReport(format))).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the bundle', () => {
  it('holds every face with its SHA-256, and is the same bytes when it is made again', async () => {
    const { document, content } = aReport(getFormat('2021'), { edition: 2 });
    const [first, second] = [await exportsByKind.bundle.write(document, content), await exportsByKind.bundle.write(document, content)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const files = unzipSync(first);
    const manifest = expectListedFiles<BundleManifest>(first);
    expect(manifest.report).toMatchObject({ organ: '示例区人民政府', edition: 2, contentHash: 'b'.repeat(64) });
    const charts = 2 * 3;
    expect(manifest.files).toHaveLength(faceKinds.length + pictureKinds.length - 1 + charts + 2);
    expect(Object.keys(files)).toContain('图表/1-申请办理结果.svg');
  });

  it('brings the schemas of its JSON files along, and both files keep to them', async () => {
    const { document, content } = aReport(getFormat('2021'), { edition: 2 });
    const past = [{ year: 2021, edition: 3, contentHash: 'e'.repeat(64), figures: content.figures }];
    const notes = { t2: '本年制发件数含修订。', 's2.normative_documents.issued': '其中修订16件' };
    const adjustments = [
      {
        cell: 's2.admin_fees',
        value: -12_500,
        decimals: 4,
        reason: '遗留',
        sum: '1.2625',
        printed: '1.25',
        writtenBy: '甲',
        countersignedBy: '乙',
      },
    ];
    const evidence = [{ about: 'explanation' as const, name: '会议纪要.pdf', bytes: 12_345, sha256: 'f'.repeat(64) }];
    const files = unzipSync(await exportsByKind.bundle.write(document, { ...content, notes, adjustments }, [], past, evidence));
    const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    const report = Object.keys(files).find((name) => /^[^/]*\.json$/.test(name) && name !== 'manifest.json') ?? '';
    const manifest = json('manifest.json');
    expect(manifest.evidence).toEqual(evidence);
    expect(manifest.trend).toEqual([{ year: 2021, edition: 3, contentHash: 'e'.repeat(64) }]);
    for (const [name, schema] of [
      ['manifest.json', 'schemas/manifest.schema.json'],
      [report, 'schemas/report.schema.json'],
    ] as const) {
      const schemaRead = z.fromJSONSchema(json(schema));
      expect(schemaRead.safeParse(json(name)).error, name).toBeUndefined();
      expect(schemaRead.safeParse({ ...json(name), kind: 'something else' }).success, name).toBe(false);
    }
    expect(bundleManifest.parse(manifest)).toEqual(manifest);
    expect(strFromU8(files['schemas/report.schema.json'] ?? new Uint8Array())).toBe(
      readFileSync(stored('../domain/reading/report.schema.json'), 'utf8'),
    );
  });

  it('manifest.schema.json is what the manifest is written by (npx vitest run -u writes it anew)', async () => {
    await expect(manifestSchemaText()).toMatchFileSnapshot('./bundle/manifest.schema.json');
  });
});

describe('the PDF', () => {
  const format = getFormat('2021');
  const withText = (text: string) => {
    const { content } = aReport(format);
    const report = { ...content, texts: { '1': text, '5': '#panic("x")', '6': '#sys.inputs $x$' } };
    return exportsByKind.pdf.write(buildReportDocument({ content: report, format, edition: 1, contentHash: 'c'.repeat(64) }), report);
  };

  it('T38: prints whatever is typed as text, nothing of it as a command', async () => {
    const ascii = fc.sample(fc.string({ maxLength: 80 }), { numRuns: 200, seed: 11 }).join('\n');
    expect(strFromU8((await withText(ascii)).slice(0, 5), true)).toBe('%PDF-');
  });

  it('refuses a character that no font has, names it and says where it stands', async () => {
    await expect(withText('本机关由副局长李\u{16f49}分管，全年受理申请。')).rejects.toMatchObject({
      code: 'no_font',
      sentence: { zh: expect.stringContaining('“本机关由副局长李\u{16f49}分管，全年受理申”处的“\u{16f49}”') },
    });
  });

  it('is archived as PDF/A with its fonts in it', async () => {
    const pdf = strFromU8(await withText('正文。'), true);
    expect(pdf).toContain('pdfaid');
    expect(pdf).not.toMatch(/\/JavaScript|\/Launch/);
  });
});
