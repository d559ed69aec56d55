import { expect, it } from 'vitest';
import { count, type Figure } from '../../figures';
import { getFormat } from '../../formats';
import type { ReportContent } from '../../subject';
import { blackline } from './blackline';

const report = (figures: Record<string, Figure>, texts: ReportContent['texts'] = {}): ReportContent => ({
  organ: '示例区人民政府',
  year: 2025,
  scope: 'own_organ',
  figures: new Map(Object.entries(figures)),
  texts,
});

it('lists the printed cells that differ, in print order, and not those that only serve the quarter rules', () => {
  const before = report({ 's3.granted.natural_person': count(4), 's2.licensing_decisions': count(7), 's4.review.new_cases': count(1) });
  const after = report({ 's3.granted.natural_person': count(5), 's2.licensing_decisions': count(7), 's4.review.new_cases': count(2) });
  expect(blackline(getFormat('2021'), before, after).cells).toEqual([
    { cell: 's3.granted.natural_person', name: '（一）予以公开，自然人', before: '4', after: '5', difference: 1 },
  ]);
});

it('shows money whose printed decimals changed, and a cell that was not known', () => {
  const money = (decimals: number): Figure => ({ state: 'number', value: 1_200_000, decimals });
  const { cells } = blackline(
    getFormat('2021'),
    report({ 's2.admin_fees': money(1) }),
    report({ 's2.admin_fees': money(2), 's3.granted.total': count(0) }),
  );
  expect(cells.map(({ before, after, difference }) => [before, after, difference])).toEqual([
    ['1.2', '1.20', null],
    ['', '0', null],
  ]);
});

it('tells of each text whether it is the same', () => {
  const before = { ...report({}, { '1': '甲', '5': '乙' }), notes: { t2: '含修订。', 's2.licensing_decisions': '其中一件' } };
  const after = { ...report({}, { '1': '甲', '5': '丙' }), notes: { t2: '含修订。', t3: '以受理日期统计。' } };
  const { texts } = blackline(getFormat('2021'), before, after);
  expect(texts.map(({ key, isSame }) => [key, isSame])).toEqual([
    ['preamble', true],
    ['1', true],
    ['t2', true],
    ['t3', false],
    ['t4', true],
    ['5', false],
    ['6', true],
  ]);
});

it('tells of remarks behind figures and of notes below tables, which are printed too', () => {
  const [before, after] = [
    { ...report({ 's2.normative_documents.issued': count(22) }), notes: { t2: '制发件数含修订。', t4: '以结案日期统计。' } },
    {
      ...report({ 's2.normative_documents.issued': count(22) }),
      notes: { t2: '制发件数含修订和重新公布。', t4: '以结案日期统计。', 's2.normative_documents.issued': '其中修订16件' },
    },
  ];
  const { cells, texts } = blackline(getFormat('2021'), before, after);
  expect(cells.map((cell) => [cell.name, cell.before, cell.after, cell.difference])).toEqual([
    ['行政规范性文件，本年制发件数', '22', '22（其中修订16件）', 0],
  ]);
  const changed = texts.filter(({ isSame }) => !isSame);
  expect(changed.map(({ key, paragraphs }) => [key, paragraphs[0]?.change])).toEqual([['t2', 'changed']]);
});
