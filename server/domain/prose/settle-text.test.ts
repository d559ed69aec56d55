import { describe, expect, it } from 'vitest';
import { bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import type { ProseSources } from './evaluate';
import { resolveProse } from './resolve-prose';
import { settleNumbers, withTokens } from './settle-text';
import { readExample } from './testing/read-example';
import { writeToken } from './token';

const format = getFormat('2021');
const figures = bookOf(format, {
  's3.new_received.total': 83,
  's3.carried_in.total': 4,
  's3.result_total.total': 84,
  's3.granted.total': 37,
  's3.carried_out.total': 3,
});
const lastFigures = bookOf(format, { 's3.new_received.total': 74 });
const sources: ProseSources = { format, figures, lastYear: lastFigures, facts: new Map() };
const lastYear = { organ: '示例市示例区人民政府', scope: 'own_organ', year: 2022, figures: lastFigures, texts: {} } as const;

function settled(stored: string) {
  const { numbers } = readExample(stored, sources, { lastYear });
  let next = 0;
  return settleNumbers(stored, numbers, sources, () => `f${++next}`);
}

describe('accepting everything', () => {
  it.each([
    ['新收政府信息公开申请83件', '新收政府信息公开申请{{s3.new_received.total}}件'],
    [
      '答复政府信息公开申请84件，予以公开37件，占44.05%。',
      '答复政府信息公开申请{{s3.result_total.total}}件，予以公开{{s3.granted.total}}件，占{{s3.granted.total / s3.result_total.total % 2}}%。',
    ],
    [
      '新收政府信息公开申请83件，同比增长12.2%。',
      '新收政府信息公开申请{{s3.new_received.total}}件，同比增长{{up(s3.new_received.total) % 1}}%。',
    ],
    ['新收政府信息公开申请80余件', '新收政府信息公开申请{{s3.new_received.total|80余}}件'],
    ['2023年5月印发示府〔2023〕5号文', '2023年5月印发示府〔2023〕5号文'],
  ])('links what the sentence says: %s', (stored, expected) => {
    expect(withTokens(stored, settled(stored))).toBe(expected);
  });

  it('registers what no table holds, as exact as it was written, and prints it as before', () => {
    const stored = '开展培训两场，覆盖1,203人，走访企业20余家，接待近500人次，热线1.2万次，超过30家参加。';
    const found = settled(stored);
    const facts = found.flatMap(({ fact }) => fact ?? []);
    expect(facts.map(({ value, unit, exactness }) => `${value} ${unit} ${exactness}`)).toEqual([
      '2 场 exact',
      '1203 人 exact',
      '20 家 more',
      '500 人次 nearly',
      '12000 次 exact',
      '30 家 more',
    ]);
    expect(facts[0]?.name).toBe('开展培训');
    const text = withTokens(stored, found);
    const after = { ...sources, facts: new Map(facts.map((fact) => [fact.id, fact])) };
    expect(resolveProse(text, after).text).toBe(stored);
    expect(readExample(text, after).numbers.map(({ state }) => state)).toEqual(Array(6).fill('fact'));
  });

  it('does not link a number that disagrees with its cell: it is registered and the finding stays', () => {
    const [only, ...more] = settled('新收政府信息公开申请84件');
    expect(more).toEqual([]);
    expect([only?.token.kind, only?.isContradicted]).toEqual(['fact', true]);
    const [offer] = only?.number.candidate?.offers ?? [];
    expect(offer && [writeToken(offer.token), offer.agreement]).toEqual(['{{s3.new_received.total}}', 'other']);
  });
});

describe('the numbers of a text', () => {
  it('are untyped until somebody says what they are, even where the table proves them', () => {
    const { numbers } = readExample(
      '2023年，新收政府信息公开申请83件，其中{{s3.granted.total}}件予以公开，培训{{=9}}次，{{s3.x.y}}件。',
      sources,
    );
    expect(numbers.map(({ state, shown }) => `${state} ${shown}`)).toEqual([
      'literal 2023',
      'untyped 83',
      'linked 37',
      'declared 9',
      'broken 〔待核〕',
    ]);
    const [offer] = numbers[1]?.candidate?.offers ?? [];
    expect(offer && [writeToken(offer.token), offer.agreement]).toEqual(['{{s3.new_received.total}}', 'sure']);
  });

  it('offer cells that merely hold the same number as less likely', () => {
    const { numbers } = readExample('走访企业37家', sources);
    expect(numbers[0]?.candidate?.offers).toEqual([
      { token: { kind: 'sum', sum: [{ cell: 's3.granted.total', sign: 1, isLastYear: false }], words: null }, agreement: 'equal' },
    ]);
  });

  it('warn of a linked number that is 0 or 1', () => {
    const few = { ...sources, figures: bookOf(format, { 's3.granted.total': 1, 's3.new_received.total': 10 }) };
    const { numbers } = readExample('{{s3.granted.total}}件，{{s3.new_received.total}}件', few);
    expect(numbers.map(({ isZeroOrOne }) => isZeroOrOne)).toEqual([true, false]);
  });
});
