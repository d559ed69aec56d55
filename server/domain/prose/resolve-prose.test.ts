import { describe, expect, it } from 'vitest';
import { bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import type { ProseSources } from './evaluate';
import type { LocalFact } from './local-fact';
import { parseToken } from './parse-prose';
import { resolveProse, storedRange } from './resolve-prose';
import { writeToken } from './token';

const format = getFormat('2021');
const fact: LocalFact = { id: 'f1', name: '培训', value: '2', unit: '场', exactness: 'exact', isRetired: false };
const sources: ProseSources = {
  format,
  figures: bookOf(format, {
    's3.new_received.total': 83,
    's3.result_total.total': 84,
    's3.granted.total': 37,
    's3.carried_out.total': 1203,
    's2.admin_fees': '12.50',
    's2.licensing_decisions': 'not_applicable',
  }),
  lastYear: bookOf(format, { 's3.new_received.total': 74, 's3.granted.total': 40, 's3.result_total.total': 0 }),
  facts: new Map([
    ['f1', fact],
    ['f2', { ...fact, id: 'f2', value: '20', unit: '家', exactness: 'more' }],
    ['f3', { ...fact, id: 'f3', value: '500', unit: '人', exactness: 'nearly' }],
    ['f4', { ...fact, id: 'f4', isRetired: true }],
  ]),
};
const print = (stored: string) => resolveProse(stored, sources).text;
const problems = (stored: string) => resolveProse(stored, sources).pieces.flatMap((piece) => piece.number?.problem ?? []);

describe('a live number prints', () => {
  it.each([
    ['a cell', '新收{{s3.new_received.total}}件', '新收83件'],
    ['a sum and a difference', '{{s3.new_received.total + s3.granted.total - s3.result_total.total}}件', '36件'],
    ['money with its printed decimals', '{{s2.admin_fees}}万元', '12.50万元'],
    ['不适用 as 0', '{{s2.licensing_decisions}}件', '0件'],
    ['last year’s figure', '上年{{last:s3.new_received.total}}件', '上年74件'],
    ['a share, half-up', '占{{s3.granted.total / s3.result_total.total % 2}}%', '占44.05%'],
    ['a change in percent', '同比增长{{up(s3.new_received.total) % 1}}%', '同比增长12.2%'],
    ['a change as a difference', '同比减少{{down(s3.granted.total)}}件', '同比减少3件'],
    ['a local fact with its unit', '培训{{fact:f1}}', '培训2场'],
    ['余 and 近', '{{fact:f2}}、{{fact:f3}}', '20余家、近500人'],
    [
      'the writer’s words while they say the value',
      '{{fact:f1|两场}}，{{s3.carried_out.total|1,203}}件，{{s3.new_received.total|80余}}件',
      '两场，1,203件，80余件',
    ],
    ['plain digits once the words no longer say it', '{{fact:f1|三场}}，{{s3.carried_out.total|1,204件}}', '2场，1203件'],
    ['a declared literal', '“{{=3+1}}”模式', '“3+1”模式'],
  ])('%s', (_, stored, printed) => {
    expect(print(stored)).toBe(printed);
    expect(problems(stored)).toEqual([]);
  });
});

describe('a live number that cannot stand', () => {
  it.each([
    ['{{s3.nothing.total}}', 'unknown_cell'],
    ['{{s3.carried_in.total}}', 'not_known'],
    ['{{last:s3.carried_in.total}}', 'not_known'],
    ['{{s2.admin_fees + s3.granted.total}}', 'mixed_units'],
    ['{{s3.granted.total - s3.new_received.total}}', 'negative'],
    ['{{s3.granted.total / s2.licensing_decisions % 2}}', 'zero_base'],
    ['增长{{up(s3.granted.total) % 1}}%', 'other_direction'],
    ['增长{{up(s3.result_total.total) % 1}}%', 'zero_base'],
    ['{{fact:gone}}', 'unknown_fact'],
    ['{{fact:f4}}', 'retired_fact'],
    ['{{3 + }}', 'syntax'],
    ['1{{s3.granted.total}}', 'joined'],
    ['{{s3.granted.total}}万件', 'joined'],
    ['{{s3.granted.total}}.5', 'joined'],
  ])('%s: %s', (stored, problem) => {
    expect(problems(stored)).toEqual([problem]);
  });

  it('no edition of last year leaves what is compared with it unknown', () => {
    const [piece] = resolveProse('{{up(s3.new_received.total)}}', { ...sources, lastYear: null }).pieces;
    expect(piece?.number).toMatchObject({ problem: 'no_last_year', shown: '〔待核〕', value: null });
  });
});

describe('a text', () => {
  it('without tokens is itself, single braces and open ones too', () => {
    for (const text of ['', '全年新收83件。\n（二）{x}', '{{没有写完', '}} {{']) expect(print(text)).toBe(text);
  });

  it('knows which stored stretch a printed one came from', () => {
    const resolved = resolveProse('收{{s3.new_received.total}}件，办{{s3.result_total.total}}件', sources);
    expect(resolved.text).toBe('收83件，办84件');
    const taken = (from: number, to: number) => {
      const { start, end } = storedRange(resolved, from, to);
      return '收{{s3.new_received.total}}件，办{{s3.result_total.total}}件'.slice(start, end);
    };
    expect(taken(0, 4)).toBe('收{{s3.new_received.total}}件');
    expect(taken(2, 3)).toBe('{{s3.new_received.total}}');
    expect(taken(4, 6)).toBe('，办');
  });
});

describe('a token', () => {
  it.each(['', '=', 'S3.x', 's3', 'fact:', 'fact:a b', 's3.a +', '- s3.a', 's3.a / s3.b', 's3.a % 2', 'up(last:s3.a)', 'up()', 's3.a|'])(
    '“%s” is not of the grammar',
    (body) => expect(parseToken(body)).toBeNull(),
  );

  it('is written as it is read, in one way', () => {
    for (const body of [
      's3.a.b',
      'last:s3.a.b - s3.c.d',
      's3.a.b / s3.c.d + s3.e.f % 2',
      'down(s3.a.b) % 0',
      'up(s3.a.b)|9件',
      'fact:f-1|两场',
      '=2026|x',
    ]) {
      const token = parseToken(body);
      expect(token && writeToken(token)).toBe(`{{${body}}}`);
    }
  });
});
