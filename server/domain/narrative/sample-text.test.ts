import { describe, expect, it } from 'vitest';
import { aSubject, bookOf } from '../checks/testing/example-subject';
import { getFormat } from '../formats';
import { publishedReports } from '../testing/published-reports';
import { hongkou2024Texts } from './fixtures/hongkou-2024-text';
import { narrativeChecks, typeNumbers } from './index';

const report = publishedReports.hongkou2024;
const format = getFormat('2021');
const subject = aSubject({
  organ: report.organ,
  year: report.year,
  format,
  figures: bookOf(format, report.figures as Record<string, number | string>),
  texts: hongkou2024Texts,
});
const numbers = typeNumbers(subject);
const figures = numbers.filter((number) => number.type !== 'literal');
const findings = narrativeChecks.flatMap((check) => check.run(subject).findings.map((finding) => ({ rule: check.id, ...finding })));
const inOrder = (list: typeof findings) =>
  [...list].sort((a, b) => (a.place?.text ?? '').localeCompare(b.place?.text ?? '') || (a.place?.start ?? 0) - (b.place?.start ?? 0));
const found = (rule: string) => findings.filter((finding) => finding.rule === rule);

describe('the prose of a published report with rows of its table 三 lost', () => {
  it('holds 21 figures: 5 of the tables and 16 local facts', () => {
    expect(figures).toHaveLength(21);
    expect(figures.filter((number) => number.type === 'statutory').map((number) => number.raw)).toEqual([
      '2 件',
      '83 件',
      '84 件',
      '4 件',
      '3 件',
    ]);
    expect(figures.filter((number) => number.type === 'local')).toHaveLength(16);
  });

  it('agrees on 2, 83 and 4; 84 and 3 are not checkable, as their rows are lost', () => {
    const verdicts = figures.filter((number) => number.type === 'statutory').map((number) => number.claims[0]?.verdict);
    expect(verdicts).toEqual(['agrees', 'agrees', 'not_checkable', 'agrees', 'not_checkable']);
  });

  it('never takes 483 件 for the 83 of the table', () => {
    expect(figures.find((number) => number.raw === '483 件')).toMatchObject({ type: 'local', claims: [] });
  });

  it('reads 20余, 20多, 70余, 近500 and 5000余 as approximate', () => {
    expect(figures.filter((number) => number.hedge).map((number) => number.raw)).toEqual([
      '20余家',
      '20多项',
      '70余家',
      '500人次',
      '5000 余份',
    ]);
  });

  it('takes dates, reference numbers, the phone, the address and 第二批 for literals', () => {
    const kinds = new Set(numbers.filter((number) => number.type === 'literal').map((number) => number.literal));
    for (const kind of ['date', 'document_number', 'phone', 'address', 'ordinal', 'title', 'name']) expect(kinds).toContain(kind);
    expect(numbers.find((number) => number.text === '1' && number.raw.startsWith('二批'))).toMatchObject({
      type: 'literal',
      literal: 'ordinal',
    });
  });

  it('finds all eight 下务, the 依拖 and the English word', () => {
    expect(inOrder(found('s-misprint')).map((finding) => finding.left)).toEqual([
      ...Array(3).fill('下务'),
      '依拖',
      ...Array(5).fill('下务'),
    ]);
    expect(found('s-latin').map((finding) => finding.left)).toEqual(['and']);
  });

  it('finds the mixed scope, 今年以来, the length and the missing 工作考核', () => {
    expect(found('n-scope')).toHaveLength(1);
    expect(found('n-period').map((finding) => finding.left)).toEqual(['今年以来']);
    expect(found('n-len')).toHaveLength(1);
    expect(found('n-art50')[0]?.left).toBe('工作考核');
  });

  it('finds nothing else', () => {
    expect([...new Set(findings.map((finding) => finding.rule))].sort()).toEqual([
      'n-art50',
      'n-len',
      'n-period',
      'n-scope',
      's-latin',
      's-misprint',
    ]);
  });
});
