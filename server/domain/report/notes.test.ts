import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getFormat } from '../formats';
import { maxRemarkCharacters, noteLength, printedNote, printedRemark, remarkProblem, splitRemark } from './notes';

const format = getFormat('2021');
const cell = 's2.normative_documents.issued';

describe('a remark behind a figure', () => {
  it('is printed in full-width brackets, once', () => {
    expect(['其中修订16件', '（其中修订16件）', '(其中修订16件)'].map(printedRemark)).toEqual(Array(3).fill('（其中修订16件）'));
  });

  it.each([
    ['22（其中修订16件）', '22', '其中修订16件'],
    ['55（含自然失效29件）', '55', '含自然失效29件'],
    [' 1,234.50 (含上年结转) ', '1,234.50', '含上年结转'],
    ['22\n（其中\n修订16件）', '22', '其中修订16件'],
  ])('is read off %j', (text, figure, remark) => expect(splitRemark(text)).toEqual({ figure, remark }));

  it.each(['22', '（3）', '3（万元）', '3（件）', '22（）', '22（16）', '约22（其中16件）', '（三）不予公开', ''])(
    'is not seen in %j',
    (text) => expect(splitRemark(text)).toBeNull(),
  );

  it('is read again as it was printed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^其中[一-龥0-9]{1,20}件$/), (figure, remark) => {
        expect(splitRemark(`${figure}${printedRemark(remark)}`)).toEqual({ figure: String(figure), remark });
      }),
    );
  });
});

describe('a note below a table', () => {
  it('says what it is, once, and each line is a line', () => {
    expect(printedNote('含修订。\n\n 另含自然失效。')).toEqual(['注：含修订。', '另含自然失效。']);
    expect([printedNote('注：含修订。'), printedNote(' ')]).toEqual([['注：含修订。'], []]);
  });

  it('is as long as its words; its live numbers are as long as they are this year', () => {
    expect([noteLength('含修订。'), noteLength('含{{s2.licensing_decisions}}件。'), noteLength('')]).toEqual([4, 3, 0]);
  });
});

describe('what may be written behind a figure', () => {
  it.each([
    [cell, '其中修订16件', null],
    [cell, '', null],
    [cell, '字'.repeat(maxRemarkCharacters + 1), 'too_long'],
    [cell, '其中\n修订', 'several_lines'],
    [cell, '16', 'only_a_number'],
    ['t2', '含修订。', 'no_such_cell'],
    ['s4.review.pending_opening', '含修订。', 'no_such_cell'],
  ])('at %s', (place, text, problem) => expect(remarkProblem(format, place, text)).toBe(problem));
});
