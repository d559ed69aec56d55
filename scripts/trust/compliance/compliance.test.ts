import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { asvs } from './asvs';
import { complianceMarkdown } from './compliance-markdown';
import { dengbao } from './dengbao';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const isThere = (path: string) => existsSync(`${root}${path}`);
/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, in its order. */
const sections =
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2';

it('every requirement of ASVS 5.0.0 of levels 1 and 2 is answered once: 70 and 183', () => {
  const ids = asvs.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const counted = new Map<string, number>();
  for (const id of ids) {
    const section = id.replace(/\.\d+$/, '');
    counted.set(section, (counted.get(section) ?? 0) + 1);
  }
  expect([...counted].map(([section, count]) => `${section}:${count}`).join(' ')).toBe(sections);
  expect([1, 2].map((level) => asvs.filter((one) => one.level === level).length)).toEqual([70, 183]);
});

it('every clause of GB/T 22239-2019 that is listed is listed once, with all controls of the application and its administration', () => {
  const ids = dengbao.flatMap((row) => row.ids.filter((id) => id !== null));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(dengbao.map(({ control }) => control))]).toEqual([
    '身份鉴别',
    '访问控制',
    '安全审计',
    '入侵防范',
    '恶意代码防范',
    '数据完整性',
    '数据保密性',
    '数据备份恢复',
    '剩余信息保护',
    '个人信息保护',
    '系统管理',
    '审计管理',
    '安全管理',
    '集中管控',
  ]);
});

it('every test that is named is there, and what is met names one', () => {
  const rows = [...asvs, ...dengbao];
  expect(rows.flatMap(({ place }) => (place && !isThere(place) ? [place] : []))).toEqual([]);
  expect(rows.filter(({ answer, place }) => answer === 'met' && !place)).toEqual([]);
});

it('docs/compliance.md is what the lists say; `npx tsx scripts/trust/compliance/write.ts` writes it', () => {
  const committed = readFileSync(`${root}docs/compliance.md`, 'utf8');
  // A test that is awaited may come with a change that does not know of this page.
  expect([complianceMarkdown(asvs, dengbao, isThere), complianceMarkdown(asvs, dengbao, () => false)]).toContain(committed);
});

it('of the people the office writes about nothing is kept: no column is for an applicant', () => {
  const columns = ['filings', 'units', 'reports', 'review', 'slips', 'talk', 'doors', 'log'].flatMap((file) =>
    readFileSync(`${root}db/schema/${file}.ts`, 'utf8').match(/'[a-z_]+'/g),
  );
  // By which the office calls its own clerks.
  expect(columns.filter((name) => name && /applicant|id_card|phone|address|email|birth/.test(name))).toEqual(["'telephone'"]);
});
