import { expect, it } from 'vitest';
import { allFound, askedFindings, findingsAddress, findingsFile } from './findings-address';

const filter = { quarter: 2, weight: 'confirm', state: 'explained', rule: 'q-jump', unit: '教育/局 50%' } as const;

it('an address says what is asked for, and is read back as that', () => {
  const address = new URL(findingsAddress(2026, filter, 3), 'http://nianbao');
  expect(askedFindings(Object.fromEntries(address.searchParams))).toEqual({ filter, page: 3 });
});

it('what is as usual is left out, and what makes no sense is as usual', () => {
  expect(findingsAddress(2026, allFound)).toBe('/board/findings?year=2026');
  const odd = { quarter: '5', weight: 'heavy', state: ['open'], rule: '', page: '0' };
  expect(askedFindings(odd)).toEqual({ filter: allFound, page: 1 });
});

it('the file of a list asks for the same, in parts of an address that hold any name', () => {
  expect(findingsFile(2026, allFound, 'csv')).toBe('/files/findings/2026/all/weighty/all/all/.csv');
  expect(findingsFile(2026, filter, 'xlsx')).toBe(
    '/files/findings/2026/2/confirm/explained/q-jump/%E6%95%99%E8%82%B2%2F%E5%B1%80%2050%25.xlsx',
  );
});
