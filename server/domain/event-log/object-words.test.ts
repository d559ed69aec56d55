import { describe, expect, it } from 'vitest';
import { type ObjectWords, readObjectWords } from './object-words';

const nothing: ObjectWords = { words: [], year: null, quarter: null, isReport: false, isSlip: false, slipNumber: null };

describe('what somebody calls a thing of the log', () => {
  it.each<[string, Partial<ObjectWords>]>([
    ['', {}],
    ['教育局 2026年第二季度', { words: ['教育局'], year: 2026, quarter: 2 }],
    ['教育局2026Q2', { words: ['教育局'], quarter: 2, year: 2026 }],
    ['2026q4', { year: 2026, quarter: 4 }],
    ['第３季度', { quarter: 3 }],
    ['一季度 教育局', { words: ['教育局'], quarter: 1 }],
    ['教育局 年报 2025', { words: ['教育局'], year: 2025, isReport: true }],
    ['2025年年报', { year: 2025, isReport: true }],
    ['更正单 3', { isSlip: true, slipNumber: 3 }],
    ['教育局 更正单第12号 2026年', { words: ['教育局'], isSlip: true, slipNumber: 12, year: 2026 }],
    ['更正单', { isSlip: true }],
    ['顾念真', { words: ['顾念真'] }],
    ['0b6cf4a2-2026-4b1c-9d7e-3f5a8c9d2026', { words: ['0b6cf4a2-2026-4b1c-9d7e-3f5a8c9d2026'] }],
    ['/filings/0b6cf4a2-2026', { words: ['0b6cf4a2-2026'] }],
  ])('%s', (text, said) => {
    expect(readObjectWords(text)).toEqual({ ...nothing, ...said });
  });
});
