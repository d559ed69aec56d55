import { expect, it } from 'vitest';
import { listRules } from '@/server/domain/checks/rule-list';
import { filterRules } from './filter-rules';

const ids = (words: string, severity: 'must_fix' | 'hint' | null = null) =>
  filterRules(listRules(), { words, severity, language: 'zh' }).map(({ id }) => id);

it('finds rules by id, by words and by severity, all of them together', () => {
  expect(ids('')).toHaveLength(listRules().length);
  expect(ids('T3-COL')).toEqual(['t3-col']);
  expect(ids('表三 总计', 'must_fix')).toEqual(expect.arrayContaining(['t3-row', 't3-sum', 't3-col']));
  expect(ids('', 'hint')).toEqual(expect.arrayContaining(['x-jump', 't3-other']));
  expect(ids('没有这样的规则')).toEqual([]);
});
