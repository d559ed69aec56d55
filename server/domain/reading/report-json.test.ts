import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aValidReport } from '../testing/a-valid-report';
import { type PublishedReportName, publishedReports } from '../testing/published-reports';
import { problemLine } from './problem';
import { parseReportJson } from './report-json';
import { reportSchema } from './report-schema';
import { toReportJson } from './to-report-json';

const names = Object.keys(publishedReports) as PublishedReportName[];
const pingtan = publishedReports.pingtan2022;

function withFigures(figures: Record<string, unknown>, rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...pingtan, ...rest, figures: { ...pingtan.figures, ...figures } });
}

function problemsOf(text: string): string[] {
  const parsed = parseReportJson(text);
  return parsed.ok ? [] : parsed.problems.map((problem) => problemLine(problem));
}

describe('parseReportJson', () => {
  it.each(names)('reads %s, and writing it out again gives the same figures and texts', (name) => {
    const parsed = parseReportJson(JSON.stringify(publishedReports[name]));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { kind, format, scope, organ, year, figures, texts } = publishedReports[name];
    const written = toReportJson(parsed.value);
    expect({ ...written, about: undefined }).toEqual({ kind, format, scope, organ, year, figures, texts, about: undefined });
    expect(parseReportJson(JSON.stringify(written))).toEqual(parsed);
  });

  it('round-trips 100 generated reports of both row variants', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const report = aValidReport(seed, seed % 2 ? 'other_three' : 'other_single');
      expect(parseReportJson(JSON.stringify(toReportJson(report)))).toEqual({ ok: true, value: report });
    }
  });

  it('takes a missing and a null figure for unknown, never for 0', () => {
    const parsed = parseReportJson(withFigures({ 's3.granted.total': null, 's2.admin_fees': undefined }));
    if (!parsed.ok) throw new Error('refused');
    expect(parsed.value.content.figures.has('s3.granted.total')).toBe(false);
    expect(parsed.value.content.figures.has('s2.admin_fees')).toBe(false);
  });

  it.each([
    [
      'an unknown cell, with the nearest known one',
      withFigures({ 's3.grantd.total': 1 }),
      /s3\.grantd\.total.*没有这个单元格.*s3\.granted\.total/,
    ],
    ['a negative count', withFigures({ 's3.granted.total': -1 }), /s3\.granted\.total.*小于零/],
    ['minus zero', withFigures({}).replace('"s3.granted.total":', '"s3.granted.total":-0,"s3.x":'), /小于零/],
    ['a count that is no integer', withFigures({ 's3.granted.total': 1.5 }), /s3\.granted\.total.*1\.5/],
    ['a count in quotes', withFigures({ 's3.granted.total': '1' }), /不加引号/],
    ['a count with an exponent', withFigures({}).replace(/"s3.granted.total":\d+/, '"s3.granted.total":1e3'), /1e3/],
    ['a count beyond 2^53', withFigures({}).replace(/"s3.granted.total":\d+/, '"s3.granted.total":9007199254740993'), /太大/],
    ['money as a number', withFigures({ 's2.admin_fees': 7730.28 }), /s2\.admin_fees.*带引号/],
    ['money with separators', withFigures({ 's2.admin_fees': '7,730.28' }), /7,730\.28/],
    ['money with seven decimals of 万元', withFigures({ 's2.admin_fees': '1.1234567' }), /小数位太多/],
    ['both row variants at once', withFigures({ 's3.other_single.total': 0 }), /混在一起/],
    ['a variant named that is not the one printed', withFigures({}, { about: { row_variant: 'other_single' } }), /混在一起/],
    ['an unknown format', withFigures({}, { format: '2018' }), /^format.*2018.*"2021"/],
    ['a format that is no string', withFigures({}, { format: 2021 }), /^format.*2021/],
    ['an unknown scope', withFigures({}, { scope: 'both' }), /^scope.*both/],
    ['no organ', withFigures({}, { organ: ' ' }), /^organ/],
    ['a year in quotes', withFigures({}, { year: '2022' }), /^year.*不加引号/],
    ['an unknown chapter', withFigures({}, { texts: { '2': '…' } }), /^texts\.2/],
    ['a chapter that is no text', withFigures({}, { texts: { '1': 5 } }), /^texts\.1/],
    ['figures that are a list', JSON.stringify({ ...pingtan, figures: [] }), /^figures/],
    ['another kind of file', JSON.stringify({ kind: 'bundle' }), /^kind.*annual-report/],
    ['a list', '[]', /不是对象/],
    ['one key twice', '{"kind":"annual-report",\n "kind":"annual-report"}', /第 2 行第 2 列.*出现了两次/],
    ['a file that ends half-way', withFigures({}).slice(0, 500), /第 1 行第 \d+ 列/],
    ['a comma too many', '{\n  "kind": "annual-report",\n}', /第 3 行第 1 列.*双引号/],
    ['nothing', '', /没有写完/],
  ])('refuses %s', (_, text, sentence) => {
    expect(problemsOf(text).join('\n')).toMatch(new RegExp(sentence.source, 'm'));
  });

  it('names every problem at once', () => {
    expect(problemsOf(withFigures({ 's3.granted.total': -1, 's2.admin_fees': 5, 's9.x': 1 }, { year: null }))).toHaveLength(4);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        parseReportJson(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on a file that was cut, garbled or had a value replaced, and takes no count that JSON.parse would not give', () => {
    const whole = JSON.stringify(pingtan);
    const place = fc.integer({ min: 0, max: whole.length });
    fc.assert(
      fc.property(place, place, fc.oneof(fc.json(), fc.string({ maxLength: 5 })), (from, length, inserted) => {
        const text = whole.slice(0, from) + inserted + whole.slice(from + (length % 20));
        const parsed = parseReportJson(text);
        if (!parsed.ok) return parsed.problems.length > 0;
        const said = JSON.parse(text).figures;
        return [...parsed.value.content.figures].every(
          ([id, figure]) => typeof said[id] === 'string' || (figure.state === 'number' && figure.value === said[id]),
        );
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('survives nesting that would overflow the stack', () => {
    expect(problemsOf('['.repeat(200_000))[0]).toMatch(/嵌套/);
  });
});

describe('report.schema.json', () => {
  it('is what the formats say (npx vitest run -u writes it anew)', async () => {
    await expect(`${JSON.stringify(reportSchema(), null, 1)}\n`).toMatchFileSnapshot('./report.schema.json');
  });
});
