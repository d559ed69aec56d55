import { expect, it } from 'vitest';
import { getFormat } from '../formats';
import { describeToken } from './describe-token';
import type { LocalFact } from './local-fact';
import type { Sum, Token } from './token';

const facts = new Map([['f1', { name: '政务微信关注数' } as LocalFact]]);
const describe = (token: Token) => describeToken(token, { format: getFormat('2021'), facts });
const term = (cell: string, more: Partial<Sum[number]> = {}): Sum[number] => ({ cell, sign: 1, isLastYear: false, ...more }) as Sum[number];
const received = term('s3.new_received.natural_person');
const granted = term('s3.granted.natural_person');

it.each<[string, Token, string]>([
  ['a cell', { kind: 'sum', sum: [received], words: null }, '一、本年新收政府信息公开申请数量，自然人'],
  [
    'last year’s',
    { kind: 'sum', sum: [term('s3.granted.natural_person', { isLastYear: true })], words: null },
    '上年 （一）予以公开，自然人',
  ],
  [
    'a difference',
    { kind: 'sum', sum: [received, term('s3.granted.natural_person', { sign: -1 })], words: null },
    '一、本年新收政府信息公开申请数量，自然人 − （一）予以公开，自然人',
  ],
  [
    'a share',
    { kind: 'share', part: [granted], whole: [received], decimals: 1, words: null },
    '（一）予以公开，自然人 ÷ 一、本年新收政府信息公开申请数量，自然人',
  ],
  ['a rise', { kind: 'change', direction: 'up', of: [granted], decimals: null, words: null }, '（一）予以公开，自然人 ↑'],
  ['a fall', { kind: 'change', direction: 'down', of: [granted], decimals: null, words: null }, '（一）予以公开，自然人 ↓'],
  ['a fact', { kind: 'fact', id: 'f1', words: null }, '政务微信关注数'],
  ['a fact that is gone', { kind: 'fact', id: 'f9', words: null }, 'f9'],
  ['typed words', { kind: 'literal', text: '三成' }, '三成'],
  ['a cell that this format has not', { kind: 'sum', sum: [term('s9.none')], words: null }, 's9.none'],
])('%s is named in the words of the form', (_, token, said) => {
  expect(describe(token)).toBe(said);
});

it('a long sum says its first terms and how many there are', () => {
  const said = describe({ kind: 'sum', sum: [received, granted, received, granted, received], words: null });
  expect(said.split('＋')).toHaveLength(3);
  expect(said).toContain('…（5）');
});
