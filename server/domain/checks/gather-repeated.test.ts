import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { aSubject } from './example-subject';
import { countFindings, findingKey, placesOf } from './gather-repeated';
import { runChecks } from './index';

describe('a slip that stands more than once', () => {
  it('is one finding with all its places: 依拖 eight times in two texts is two cards', () => {
    const { findings, counts } = runChecks(
      aSubject({ kind: 'edition', texts: { '1': '依拖平台。'.repeat(5), '5': '依拖网站，'.repeat(3) } }),
    );
    const slips = findings.filter(({ rule, message }) => rule === 's-misprint' && message.zh.includes('依拖'));
    expect(slips.map((finding) => placesOf(finding).map(({ text, start }) => `${text}:${start}`))).toEqual([
      ['1:0', '1:5', '1:10', '1:15', '1:20'],
      ['5:0', '5:5', '5:10'],
    ]);
    expect(counts.confirm).toBe(countFindings(findings).confirm);
  });

  it('never gives two findings one key, whatever stands in the texts: a list that is drawn again loses none and keeps none', () => {
    const { pick, integer } = seededRandom(11);
    const pieces = [
      '依拖平台',
      '受理申请15O件',
      '受理83件',
      '按排工作',
      '，，',
      '2月30日',
      '99\u200b9件',
      '今年以来',
      '（一',
      '占比45%',
      '共受理83件，答复84件',
    ];
    for (let round = 0; round < 150; round += 1) {
      const text = Array.from({ length: integer(2, 12) }, () => pick(pieces)).join('。');
      const { findings, counts } = runChecks(aSubject({ kind: 'edition', texts: { '1': text, '6': text } }));
      const keys = findings.map(findingKey);
      expect(new Set(keys).size, text).toBe(keys.length);
      const { must_fix, confirm, hint } = counts;
      expect({ must_fix, confirm, hint }).toEqual(countFindings(findings));
    }
  });
});
