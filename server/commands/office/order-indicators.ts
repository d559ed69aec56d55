import { updateIndicator } from '@/db/store';
import { mergeOrder } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireIndicators } from './indicator-list';
import { requireMergedChange } from './merged-change';

/**
 * Puts the year's indicators into this order. One that was defined meanwhile stands behind what it stood behind.
 *
 * @param input.seen the order that was on the screen
 * @throws Refused not_found, forbidden, invalid (another list than the one that was seen), conflict (somebody else ordered it otherwise since)
 */
export async function orderIndicators(
  context: CommandContext,
  input: { year: number; keys: readonly string[]; seen: readonly string[] },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { list } = await requireIndicators(tx, context, input.year);
    const stored = list.map((one) => one.key);
    if (sorted(input.keys) !== sorted(input.seen) || input.seen.some((key) => !stored.includes(key)))
      throw new Refused('invalid', {
        zh: '排好的指标与页面上的清单不一致，顺序没有保存。请刷新后再排。',
        en: 'What was ordered is not the list that was on the page, so nothing was saved. Reload and order it again.',
      });
    const merged = mergeOrder({ stored, seen: input.seen, wanted: input.keys });
    const names = (keys: readonly string[]) => keys.map((key) => list.find((one) => one.key === key)?.name ?? key).join('、');
    const { order } = await requireMergedChange<{ order: string }>(tx, {
      stored: { order: names(stored) },
      seen: { order: merged === null ? names(input.seen) : names(stored) },
      wanted: { order: names(merged ?? input.keys) },
      event: {
        kind: 'indicator.changed',
        objectType: 'year',
        objectId: String(input.year),
        isAbout: ({ after }) => 'sort' in (after as object),
      },
      names: { order: { zh: '顺序', en: 'order' } },
      print: (_, value) => ({ zh: String(value), en: String(value) }),
    });
    if (order === undefined || merged === null) return;
    for (const one of list) {
      const sort = merged.indexOf(one.key) + 1;
      if (sort === one.sort) continue;
      await updateIndicator(tx, one, { sort });
      tx.record('indicator.changed', { year: input.year, key: one.key, before: { sort: one.sort }, after: { sort } });
    }
  });
}

function sorted(keys: readonly string[]): string {
  return keys.toSorted().join();
}
