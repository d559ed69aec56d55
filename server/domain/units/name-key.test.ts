import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { nameKey, tidyName } from './name-key';

/** Pairs that print alike, written out: each character of a name may stand as any of its row, and the unseen ones anywhere. */
const rows = [['（', '('], ['）', ')'], ['1', '１'], ['A', 'Ａ', 'a', 'ａ'], ['：', ':'], ['区'], ['局'], ['管'], ['委']];
const unseen = ['\u200b', '\u200c', '\u200d', '\ufeff', '\u2060', '\u200e', '\u202e', '\u00ad', '\ufe0f'];
const blanks = [' ', '\u00a0', '\u3000', '\t', '\u2009'];

describe('names that look alike', () => {
  it('are one name, 3,000 times: other brackets and widths, blanks inside, characters that are not seen', () => {
    const wrong: string[][] = [];
    for (let seed = 0; seed < 3000; seed += 1) {
      const random = seededRandom(seed);
      const letters = Array.from({ length: random.integer(2, 12) }, () => random.integer(0, rows.length - 1));
      const write = () =>
        letters
          .map((row) => {
            const noise = random.chance(0.3) ? random.pick(random.chance(0.5) ? unseen : blanks) : '';
            return `${noise}${random.pick(rows[row] ?? [])}`;
          })
          .join('');
      const [one, other] = [write(), write()];
      const another = [...letters, random.integer(0, rows.length - 1)].map((row) => rows[row]?.[0]).join('');
      if (nameKey(one) !== nameKey(other) || nameKey(one) === nameKey(another)) wrong.push([one, other, another]);
    }
    expect(wrong).toEqual([]);
  });

  it('are stored without what is not seen, with their own brackets and inner blanks', () => {
    expect(tidyName(' 区城管局\u200b（本 级）\ufeff ')).toBe('区城管局（本 级）');
  });
});
