import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { figureAt, printFigure } from '@/server/domain/figures';
import { type Format, getCell, getFormat } from '@/server/domain/formats';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { readHtml } from '@/server/imports/html-tables';
import { readFace } from '@/server/rehearsal/read-face';
import { exportsByKind, type FaceKind, faceKinds } from '.';
import { distinctFigures } from './testing/distinct-figures';

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

describe('the page for the portal', () => {
  const format = getFormat('2021');

  it('runs nothing and loads nothing: what was typed is text', async () => {
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

describe('the workbook and the list', () => {
  const format = getFormat('2021');

  it('T37: hold no formula, whatever was typed', async () => {
    const files = unzipSync(await write('xlsx', aReport(format, { organ: '=1+1' })));
    for (const [name, bytes] of Object.entries(files))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes), name).not.toMatch(/<f[ >]/);
    expect(strFromU8(await write('csv', aReport(format, { organ: '=1+1' })))).toContain("'=1+1");
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
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest.report).toMatchObject({ organ: '示例区人民政府', edition: 2, contentHash: 'b'.repeat(64) });
    expect(manifest.files).toHaveLength(faceKinds.length);
    for (const { name, sha256, bytes } of manifest.files) {
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).toBe(sha256);
      expect(files[name]?.byteLength).toBe(bytes);
    }
    expect(Object.keys(files)).toHaveLength(faceKinds.length + 1);
  });
});

describe('the PDF', () => {
  const format = getFormat('2021');
  const withText = (text: string) => {
    const { content } = aReport(format);
    const report = { ...content, texts: { '1': text, '5': '#panic("x")', '6': '#sys.inputs $x$' } };
    return exportsByKind.pdf.write(buildReportDocument({ content: report, format, edition: 1, contentHash: 'c'.repeat(64) }), report);
  };

  it('prints whatever is typed as text, nothing of it as a command', async () => {
    const ascii = fc.sample(fc.string({ maxLength: 80 }), { numRuns: 200, seed: 11 }).join('\n');
    expect(strFromU8((await withText(ascii)).slice(0, 5), true)).toBe('%PDF-');
  });

  it('refuses a character that no font has, and names it', async () => {
    await expect(withText('李\u{16f49}')).rejects.toMatchObject({
      code: 'no_font',
      sentence: { en: expect.stringContaining('\u{16f49}') },
    });
  });

  it('is archived as PDF/A with its fonts in it', async () => {
    const pdf = strFromU8(await withText('正文。'), true);
    expect(pdf).toContain('pdfaid');
    expect(pdf).not.toMatch(/\/JavaScript|\/Launch/);
  });
});
