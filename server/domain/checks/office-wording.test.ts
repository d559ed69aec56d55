import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSubject } from './example-subject';
import { placesOf } from './gather-repeated';
import { packWith, runChecks } from './index';
import { localWordsRule, noWording, parseWords, withWording, writeWords } from './office-wording';

const found = (text: string, words: { wrong: string; right: string }[], repetitionShare: number | null = null) =>
  runChecks(aSubject({ texts: { '1': text } }), { overlay: withWording(null, { words, repetitionShare }) })
    .findings.filter((finding) => finding.rule === localWordsRule)
    .flatMap((finding) => placesOf(finding).map(({ snippet }) => snippet));

describe('the office’s own words', () => {
  it('change nothing while there are none', () => {
    expect(withWording(null, noWording)).toBeNull();
  });

  it('are found wherever they stand, and nowhere in a text without them', () => {
    const words = [{ wrong: '示列区', right: '示例区' }];
    expect([found('示列区和示列区。', words), found('示例区。', words)]).toEqual([['示列区', '示列区'], []]);
  });

  it('are no slip inside of what is meant', () => {
    const words = [
      { wrong: '政务服务局', right: '政务服务管理局' },
      { wrong: '管委会', right: '新区管委会' },
    ];
    expect(found('政务服务管理局、政务服务局，新区管委会、管委会。', words)).toEqual(['政务服务局', '管委会']);
  });

  it('are characters and no pattern', () => {
    expect(
      found('a.c abc (x)', [
        { wrong: 'a.c', right: '' },
        { wrong: '(x)', right: '' },
      ]),
    ).toEqual(['a.c', '(x)']);
  });

  it('set the share of repetition of x-text', () => {
    const overlay = withWording(null, { repetitionShare: 0.3, words: [] });
    expect(overlay && packWith(overlay).find((check) => check.id === 'x-text')?.formula).toContain('0.3');
  });

  it('read back as they were written, line by line', () => {
    const word = fc.stringMatching(/^[一-龥]{2,6}$/);
    const list = fc.uniqueArray(
      fc.record({ wrong: word, right: fc.oneof(fc.constant(''), word) }).filter(({ wrong, right }) => wrong !== right),
      { selector: (one) => one.wrong, maxLength: 8 },
    );
    fc.assert(
      fc.property(list, (words) => {
        expect(parseWords(writeWords(words))).toEqual({ words });
      }),
    );
  });

  it.each([
    ['示列区=示例区\n\n的=地', { line: 3, what: 'short' }],
    ['甲乙=丙\n甲乙=丁', { line: 2, what: 'twice' }],
    ['甲乙=甲乙', { line: 1, what: 'same' }],
    [`${'长'.repeat(41)}=短`, { line: 1, what: 'long' }],
  ])('a line that is no word is named: %s', (text, problem) => {
    expect(parseWords(text)).toEqual(problem);
  });
});
