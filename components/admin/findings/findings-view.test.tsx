import { expect, it } from 'vitest';
import type { YearFindings } from '@/server/queries/year-findings';
import { shown } from '../../testing/shown';
import { allFound } from './findings-address';
import { FindingsView } from './findings-view';

const none: YearFindings = {
  years: [2025],
  year: 2025,
  filter: allFound,
  submissions: 3,
  notSubmitted: 0,
  left: 0,
  anew: 0,
  rules: [],
  rows: [],
  counts: { all: 0, open: 0, answered: 0, units: 0 },
  page: 1,
  pages: 1,
};

it('an empty list says that nothing is found only when all are checked', async () => {
  const said = async (facts: Partial<YearFindings>) => (await shown(<FindingsView findings={{ ...none, ...facts }} />)).text;
  expect(await said({})).toContain('换一个条件');
  expect(await said({ submissions: 0 })).toContain('还没有报送');
  const waiting = await said({ submissions: 0, left: 2 });
  expect(waiting).toContain('正在核对 2 份报送');
  expect(waiting).not.toContain('换一个条件');
  expect(waiting).not.toMatch(/没有..结果/);
});
