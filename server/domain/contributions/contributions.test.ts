import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFault, contributionState, isNumberStated } from './contribution';
import { standingIn, withParagraph } from './standing';

const asked = { dueOn: '2027-01-10', isAnswered: false, isWithdrawn: false, sentence: null };
const answer = { number: '96.5%', evidence: '测评报告', sentence: '社会评议满意度为96.5%。' };

describe('a request for a contribution', () => {
  it('is open through its day and overdue afterwards, until it is answered or withdrawn', () => {
    expect(contributionState(asked, '2027-01-10')).toBe('open');
    expect(contributionState(asked, '2027-01-11')).toBe('overdue');
    expect(contributionState({ ...asked, isAnswered: true, sentence: '一句。' }, '2027-01-11')).toBe('answered');
    expect(contributionState({ ...asked, isAnswered: true }, '2027-01-11')).toBe('none');
    expect(contributionState({ ...asked, isAnswered: true, isWithdrawn: true }, '2027-01-11')).toBe('withdrawn');
  });

  it('is answered with a sentence; a number wants its evidence, and nothing is longer than it may be', () => {
    expect(answerFault(answer)).toBeNull();
    expect(answerFault({ number: '', evidence: '', sentence: '本年开展培训。' })).toBeNull();
    expect(answerFault({ ...answer, sentence: ' ' })?.zh).toMatch(/本年无此项/);
    expect(answerFault({ ...answer, evidence: '' })?.zh).toMatch(/依据/);
    expect(answerFault({ ...answer, sentence: '长'.repeat(801) })?.zh).toMatch(/“句子”写了 801 个字，最多 800/);
  });

  it('says its number in its sentence, however the digits are typed', () => {
    expect(isNumberStated(answer)).toBe(true);
    expect(isNumberStated({ number: '1,200 场', sentence: '全年１２００场。' })).toBe(true);
    expect(isNumberStated({ number: '', sentence: '无数字。' })).toBe(true);
    expect(isNumberStated({ ...answer, number: '95.6%' })).toBe(false);
  });
});

describe('an answered sentence in a text', () => {
  const sentence = '全区开展政府信息公开业务培训12场次，参训850人次。';

  it('stands whole, edited or not at all', () => {
    expect(standingIn(sentence, `开头。\n${sentence}结尾。`)).toBe('whole');
    expect(standingIn(sentence, '据统计，全区开展政府信息公开业务培训13场次，覆盖各单位。')).toBe('edited');
    expect(standingIn(sentence, '本年组织了学习。')).toBe('absent');
    expect(standingIn(' ', '本年组织了学习。')).toBe('absent');
  });

  it('is appended as a paragraph, and a second time changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, words) => {
        const once = withParagraph(text, words);
        expect(withParagraph(once, words).trimEnd()).toBe(once.trimEnd());
        expect(once.startsWith(text.replace(/\s+$/, ''))).toBe(true);
        if (words.trim() !== '') expect(standingIn(words, once)).toBe('whole');
      }),
    );
  });
});
