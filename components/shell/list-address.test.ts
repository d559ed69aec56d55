import { describe, expect, it } from 'vitest';
import { askedPage, askedSearch, isSearchable, listAddress } from './list-address';

describe('the address of a list', () => {
  it('says nothing that is as usual, and keeps the rest', () => {
    expect(listAddress('/review', { search: '', page: 1 })).toBe('/review');
    expect(listAddress('/reports', { year: 2026, search: null, page: 3 })).toBe('/reports?year=2026&page=3');
    expect(listAddress('/review', { search: '教育局 二季度' })).toBe(
      '/review?search=%E6%95%99%E8%82%B2%E5%B1%80+%E4%BA%8C%E5%AD%A3%E5%BA%A6',
    );
  });

  it('asks for a page that can be meant, and for words', () => {
    expect(['2', '0', '-1', '1e3', '99999', undefined, ['2']].map((one) => askedPage(one))).toEqual([2, ...Array(6).fill(undefined)]);
    expect([askedSearch('  财政  '), askedSearch('   '), askedSearch(undefined), askedSearch(['a'])]).toEqual([
      '财政',
      ...Array(3).fill(undefined),
    ]);
    expect(askedSearch('𠮷'.repeat(80))).toBe('𠮷'.repeat(80));
    expect(askedSearch('a'.repeat(300))).toBe('a'.repeat(100));
  });

  it('a list of one page has no search, unless a search has made it so short', () => {
    expect(isSearchable({ page: 1, pages: 1, of: 50 }, '')).toBe(false);
    expect(isSearchable({ page: 1, pages: 2, of: 51 }, '')).toBe(true);
    expect(isSearchable({ page: 1, pages: 1, of: 1 }, '财政')).toBe(true);
  });
});
