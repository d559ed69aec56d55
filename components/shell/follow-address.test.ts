import { describe, expect, it } from 'vitest';
import { backWatch, followAddress } from './follow-address';

it('a field says what the address asks for, unless somebody is in it', () => {
  const search = { name: 'search', value: '教育局 第' };
  const quarter = { name: 'quarter', value: '2' };
  const year = { name: 'year', value: '2026' };
  followAddress([search, quarter, year], { search: '教育局', quarter: '' }, { focused: search, wentBack: false });
  expect([search.value, quarter.value, year.value]).toEqual(['教育局 第', '', '2026']);
  followAddress([search, quarter, year], { search: '', quarter: 3 }, { focused: null, wentBack: false });
  expect([search.value, quarter.value, year.value]).toEqual(['', '3', '2026']);
});

it('a field that somebody is in follows them back to the list before', () => {
  const search = { name: 'search', value: '教育局' };
  followAddress([search], { search: '' }, { focused: search, wentBack: true });
  expect(search.value).toBe('');
});

describe('going back', () => {
  it('is told of the list that it led to, once', () => {
    const back = backWatch();
    back.wentTo('/board?search=a');
    expect([back.isBackAt('/board?search=a'), back.isBackAt('/board?search=a')]).toEqual([true, false]);
  });

  it('that changed nothing asked for is over with the next search', () => {
    const back = backWatch();
    back.wentTo('/board#rule');
    back.asks();
    expect(back.isBackAt('/board#rule')).toBe(false);
    back.wentTo('/board#rule');
    expect(back.isBackAt('/board?search=b')).toBe(false);
  });
});
