import { expect, it } from 'vitest';
import { count } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { zh } from '../messages/zh';
import { changedRows } from './changed-rows';

const format = getFormat('2021');
const nothing = { cells: [], declared: [], text: null, explanations: [] };
const who = { by: '沈若溪', at: '2026-11-25T02:00:00.000Z' };

it('names an indicator that came after the page was loaded by its key, and breaks no page', () => {
  const cells = [{ cell: 'x.new_posts', before: { state: 'not_filled' as const }, after: count(3), ...who }];
  expect(changedRows({ ...nothing, cells }, format, zh)).toEqual([
    { key: 'x.new_posts', place: '自设指标 new_posts', before: '（未填）', after: '3', ...who },
  ]);
});

it('shows of a long text the change and the words beside it', () => {
  const long = '本季度组织业务学习两次，完成信息公开专栏内容自查，';
  const text = { before: `${long}公开3件。`, after: `${long}公开5件，其中修订2件。`, ...who };
  const [row] = changedRows({ ...nothing, text }, format, zh);
  expect([row?.before, row?.after]).toEqual([
    { head: '…，完成信息公开专栏内容自查，公开', part: '3', tail: '件。' },
    { head: '…，完成信息公开专栏内容自查，公开', part: '5件，其中修订2', tail: '件。' },
  ]);
});

it('says that a text was empty before', () => {
  const [row] = changedRows({ ...nothing, text: { before: '', after: '新增目录 3 项。', ...who } }, format, zh);
  expect([row?.before, row?.after]).toEqual(['（未填）', { head: '', part: '新增目录 3 项。', tail: '' }]);
});
