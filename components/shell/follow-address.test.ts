import { expect, it } from 'vitest';
import { followAddress } from './follow-address';

it('a field says what the address asks for, unless somebody is in it', () => {
  const search = { name: 'search', value: '教育局 第' };
  const quarter = { name: 'quarter', value: '2' };
  const year = { name: 'year', value: '2026' };
  followAddress([search, quarter, year], { search: '教育局', quarter: '' }, search);
  expect([search.value, quarter.value, year.value]).toEqual(['教育局 第', '', '2026']);
  followAddress([search, quarter, year], { search: '', quarter: 3 }, null);
  expect([search.value, quarter.value, year.value]).toEqual(['', '3', '2026']);
});
