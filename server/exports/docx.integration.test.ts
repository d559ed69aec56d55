import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Format, getFormat } from '@/server/domain/formats';
import { readStatutoryTables } from '@/server/domain/reading/read-statutory-tables';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { illegalCharacters } from '@/server/domain/report/illegal-characters';
import type { ReportContent, Texts } from '@/server/domain/subject';
import { readDocx } from '@/server/imports/docx-tables';
import { exportFileName, exportsByKind } from '.';
import { docxFace } from './docx';
import { distinctFigures } from './testing/distinct-figures';
import { bodyTracking, firstLineIndent, sizes, textWidth } from './word/typography';

const threeFormats: [string, Format][] = [
  ['2021 with three rows 其他处理', getFormat('2021')],
  ['2021 with one row 其他处理', getFormat('2021', 'other_single')],
  ['2019', getFormat('2019')],
];

function aContent(format: Format, texts: Texts = {}): ReportContent {
  return { organ: '示例区人民政府', year: 2023, scope: 'own_organ', figures: distinctFigures(format, 20231231), texts };
}

function write(format: Format, texts: Texts = {}, edition: number | null = 1): Promise<Uint8Array> {
  return docxFace(buildReportDocument({ content: aContent(format, texts), format, edition, contentHash: 'b'.repeat(64) }));
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

function readBack(bytes: Uint8Array, format: Format): ReturnType<typeof readStatutoryTables> {
  const reading = readDocx(bytes);
  if (!reading.readable) throw new Error(reading.why.en);
  return readStatutoryTables(reading.document.tables, format);
}

describe('the Word face', () => {
  it.each(threeFormats)('read back by labels says what the edition says in every cell: %s', async (_, format) => {
    const { figures, missing, ambiguous } = readBack(await write(format), format);
    expect({ missing, ambiguous }).toEqual({ missing: [], ambiguous: [] });
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(aContent(format).figures));
  });

  it.each([
    ['保护第三方合法权益', 's3.denied_third_party_rights.natural_person', 7],
    ['科研机构', 's3.granted.research_institution', 25],
    ['复议后起诉', 's4.litigation_after_review.upheld', 5],
    ['第二十条第（五）项', 's2.licensing_decisions', 1],
  ])('misses the cells of a label that was lost: %s', async (label, cell, howMany) => {
    const files = unzipSync(await write(getFormat('2021')));
    const damaged = part(zipSync(files), 'word/document.xml').replaceAll(label, '某项');
    const { missing } = readBack(zipSync({ ...files, 'word/document.xml': strToU8(damaged) }), getFormat('2021'));
    expect(missing).toContain(cell);
    expect(missing).toHaveLength(howMany);
  });

  it('gives the same bytes for the same document and names no time, person or machine', async () => {
    const [first, second] = [await write(getFormat('2021')), await write(getFormat('2021'))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const core = part(first, 'docProps/core.xml');
    expect(core).toContain('示例区人民政府2023年政府信息公开工作年度报告');
    expect(core).not.toMatch(/Un-named|dcterms:created|dcterms:modified/);
    expect(part(first, 'docProps/custom.xml')).toContain('b'.repeat(64));
  });

  it('T39: is well-formed whatever is pasted into the texts', async () => {
    const pasted = fc.sample(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })), {
      numRuns: 500,
      seed: 7,
    });
    const nasty = ['<w:p>&amp;]]>', '\u0000\u000b\ud800', '（一）\uffff。“”', '&#0;<!DOCTYPE x>'];
    const bytes = await write(getFormat('2021'), { preamble: nasty.join('\n'), '1': pasted.join('\n'), '6': pasted.join('') });
    for (const name of Object.keys(unzipSync(bytes)).filter((file) => /\.(?:xml|rels)$/.test(file)))
      expect([XMLValidator.validate(part(bytes, name)), illegalCharacters(part(bytes, name))], name).toEqual([true, []]);
    const reading = readDocx(bytes);
    expect(reading.readable && reading.document.paragraphs).toContain('<w:p>&amp;]]>');
    expect(reading.readable && reading.document.paragraphs).toContain('&#0;<!DOCTYPE x>');
  });

  it.each(threeFormats)('repeats every head row and splits no row: %s', async (_, format) => {
    const rows = part(await write(format), 'word/document.xml').match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const expected = format.tables.flatMap((layout) => layout.rows);
    expect(rows).toHaveLength(expected.length);
    rows.forEach((row, index) => {
      expect(row).toContain('<w:cantSplit/>');
      expect(row.includes('<w:tblHeader')).toBe(expected[index]?.isHead);
    });
  });

  it('keeps every row of a table with the next, the last one with the notes below: a page ends only where a table is parted', async () => {
    const format = getFormat('2021');
    const tablesOf = async (notes: Record<string, string>) => {
      const content = { ...aContent(format), notes };
      const bytes = await docxFace(buildReportDocument({ content, format, edition: 1, contentHash: 'b'.repeat(64) }));
      return part(bytes, 'word/document.xml')
        .match(/<w:tbl>.*?<\/w:tbl>/gs)
        ?.map((table) =>
          (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => row.match(/<w:p>/g)?.length === row.match(/<w:keepNext\/>/g)?.length),
        );
    };
    const rowsOf = format.tables.map(({ rows }) => rows.length);
    const all = (except: number | null) => rowsOf.map((rows) => Array.from({ length: rows }, (_, row) => row !== (except ?? rows - 1)));
    expect(await tablesOf({})).toEqual(all(null));
    expect(await tablesOf({ t2: '注。', t3: '注。', t4: '注。' })).toEqual(all(-1));
    const remarks = Object.fromEntries(['granted'].map((row) => [`s3.${row}.natural_person`, '含'.repeat(60)]));
    const [, parted = []] = (await tablesOf(remarks)) ?? [];
    expect(parted.slice(0, -1).filter((isKept) => !isKept)).toHaveLength(1);
  });

  it('has the official page: A4, 37 35 28 26 mm, page numbers right on odd and left on even pages', async () => {
    const bytes = await write(getFormat('2021'));
    const document = part(bytes, 'word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(part(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const footerOf = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(document)?.[1] ?? '';
      const target = new RegExp(`Id="${id}"[^>]*Target="(footer\\d\\.xml)"`).exec(part(bytes, 'word/_rels/document.xml.rels'))?.[1] ?? '';
      return part(bytes, `word/${target}`);
    };
    expect(footerOf('default')).toMatch(/<w:jc w:val="right"/);
    expect(footerOf('even')).toMatch(/<w:jc w:val="left"/);
  });

  it('makes the columns of every table fill the 156 mm of the text', async () => {
    const grids = part(await write(getFormat('2021')), 'word/document.xml').match(/<w:tblGrid>.*?<\/w:tblGrid>/gs) ?? [];
    const widths = grids.map((grid) => [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, twips]) => sum + Number(twips), 0));
    expect(widths).toEqual([8845, 8845, 8845]);
  });

  it('sets 28 characters of 三号 in a line: 28 × 15.75 pt in 442.25 pt, and 26 behind the indent', async () => {
    const advance = sizes.three * 10 + bodyTracking;
    expect(28 * advance).toBeLessThanOrEqual(textWidth);
    expect(firstLineIndent.firstLine + 26 * advance).toBeLessThanOrEqual(textWidth);
    expect(29 * advance).toBeGreaterThan(textWidth);
    const document = part(
      await write(getFormat('2021'), { '1': '（一）主动公开\n（二）受理。正文。\n1.小标题\n正文。' }),
      'word/document.xml',
    );
    const bodyRuns = document.match(/<w:rPr>(?:(?!<\/w:rPr>).)*<w:sz w:val="32"\/>.*?<\/w:rPr>/gs) ?? [];
    expect(bodyRuns.length).toBeGreaterThan(8);
    for (const run of bodyRuns) expect(run).toContain(`<w:spacing w:val="${bodyTracking}"/>`);
  });

  it('names the official fonts in the runs', async () => {
    const document = part(await write(getFormat('2021'), { '1': '（一）主动公开\n正文。' }), 'word/document.xml');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体']) expect(document).toContain(`w:eastAsia="${font}"`);
  });

  it('states that marks may hang at the end of a line: LibreOffice drops some of them otherwise', async () => {
    const defaults = /<w:pPrDefault>.*?<\/w:pPrDefault>/s.exec(part(await write(getFormat('2021')), 'word/styles.xml'))?.[0];
    expect(defaults).toMatch(/^<w:pPrDefault><w:pPr><w:overflowPunct\/><w:spacing [^>]*\/><\/w:pPr><\/w:pPrDefault>$/);
  });

  it('marks a draft on odd and even pages, and an edition nowhere', async () => {
    const headersOf = async (edition: number | null): Promise<string[]> => {
      const bytes = await write(getFormat('2021'), {}, edition);
      return Object.keys(unzipSync(bytes))
        .filter((name) => /^word\/header\d\.xml$/.test(name))
        .map((name) => part(bytes, name));
    };
    const draft = await headersOf(null);
    expect(draft).toHaveLength(2);
    for (const header of draft) expect(header).toContain('草稿');
    for (const header of await headersOf(1)) expect(header).not.toContain('草稿');
  });
});

describe('the faces', () => {
  const format = getFormat('2021');
  const content = { ...aContent(format, { '1': '一。' }), organ: '../a:b*示例区/人民政府\u202e' };
  const document = buildReportDocument({ content, format, edition: 2, contentHash: 'c'.repeat(64) });

  it('T42: have names that a file system takes', () => {
    expect(exportFileName(document, 'docx')).toBe('ab示例区人民政府2023年政府信息公开工作年度报告（本机关，第2版）.docx');
    const long = { ...document, organ: '很'.repeat(300), edition: null };
    expect(Buffer.byteLength(exportFileName(long, 'json'))).toBeLessThanOrEqual(255);
  });

  it('JSON states counts as integers, money as printed, and leaves out what is not known', async () => {
    const figures = new Map(content.figures);
    figures.set('s2.admin_fees', { state: 'number', value: 59_237_244_900, decimals: 4 });
    figures.set('s2.licensing_decisions', { state: 'not_applicable' });
    figures.set('s2.penalty_decisions', { state: 'unreadable', raw: '约3' });
    figures.set('s4.review.new_cases', { state: 'number', value: 5, decimals: 0 });
    figures.delete('s3.granted.total');
    const report = JSON.parse(new TextDecoder().decode(await exportsByKind.json.write(document, { ...content, figures })));
    expect(report).toMatchObject({ kind: 'annual-report', format: '2021', scope: 'own_organ', year: 2023, texts: { '1': '一。' } });
    expect(report.figures['s2.admin_fees']).toBe('59237.2449');
    expect(report.figures['s2.licensing_decisions']).toBe(0);
    expect(report.figures['s3.new_received.total']).toBeTypeOf('number');
    expect(Object.keys(report.figures)).not.toContain('s2.penalty_decisions');
    expect(Object.keys(report.figures)).not.toContain('s4.review.new_cases');
    expect(Object.keys(report.figures)).not.toContain('s3.granted.total');
  });
});
