import { describe, expect, it } from 'vitest';
import type { CheckSubject, Texts } from '../../subject';
import { aSubject, bookOf } from '../example-subject';
import { runChecks } from '../index';

/** 复议: 8 upheld and nothing else, but a total of 9. */
function hints(texts: Texts, some: Partial<CheckSubject> = {}) {
  const { format } = aSubject();
  const results = { upheld: 8, corrected: 0, other: 0, pending: 0, total: 9 };
  const figures = bookOf(format, Object.fromEntries(Object.entries(results).map(([key, value]) => [`s4.review.${key}`, value])));
  const finding = runChecks(aSubject({ figures, texts, ...some })).findings.find(({ rule }) => rule === 't4-sum');
  return finding?.repair.map(({ rank, changes, message }) => ({ rank, cell: changes[0]?.cell.replace('s4.review.', ''), message })) ?? [];
}

const first = (texts: Texts, some: Partial<CheckSubject> = {}) =>
  hints(texts, some)
    .filter(({ rank }) => rank === 1)
    .map(({ cell }) => cell)
    .sort();

describe('a hint in table 四', () => {
  it('is tied while nothing outside speaks of the block', () => {
    expect(first({})).toEqual(['corrected', 'other', 'pending', 'total', 'upheld']);
    expect(first({ '1': '全年受理政府信息公开申请83件。' })).toEqual(['corrected', 'other', 'pending', 'total', 'upheld']);
    for (const { message } of hints({})) expect(message.zh).not.toContain('相符');
  });

  it('is decided by a text that says 9 were upheld, and the others stay in the list', () => {
    const texts = { '1': '（二）依申请公开。行政复议案件9件，其中维持9件。' };
    expect(first(texts)).toEqual(['upheld']);
    expect(hints(texts)[0]?.message.zh).toBe('“行政复议，结果维持”由 8 改为 9（与正文或上期的数相符）。');
    expect(hints(texts)).toHaveLength(5);
  });

  it('loses the total where the text repeats it, and the rest stay tied', () => {
    expect(first({ '1': '因政府信息公开被申请行政复议9件。' })).toEqual(expect.not.arrayContaining(['total']));
  });

  it('is not decided by last year while nobody knows whether carried cases are counted', () => {
    const lastYear = {
      organ: '',
      year: 2022,
      scope: 'own_organ' as const,
      texts: {},
      figures: bookOf(aSubject().format, { 's4.review.pending': 9 }),
    };
    expect(first({}, { lastYear })).toHaveLength(5);
    expect(first({}, { lastYear, carriedCasesIncluded: true })).toEqual(['corrected', 'other', 'pending', 'upheld']);
  });
});
