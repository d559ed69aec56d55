import { updateIndicator } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireIndicators } from './indicator-list';

/** Puts the year's indicators into this order. @throws Refused not_found, forbidden, conflict (the list is another one by now) */
export async function orderIndicators(context: CommandContext, input: { year: number; keys: readonly string[] }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { list } = await requireIndicators(tx, context, input.year);
    if (
      [...input.keys].sort().join() !==
      list
        .map((one) => one.key)
        .sort()
        .join()
    )
      throw new Refused('conflict', {
        zh: '指标清单刚刚有变化，顺序没有保存。请刷新后再排。',
        en: 'The list has just changed, so the order was not saved. Reload and order it again.',
      });
    for (const one of list) {
      const sort = input.keys.indexOf(one.key) + 1;
      if (sort === one.sort) continue;
      await updateIndicator(tx, one, { sort });
      tx.record('indicator.changed', { year: input.year, key: one.key, before: { sort: one.sort }, after: { sort } });
    }
  });
}
