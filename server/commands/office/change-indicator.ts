import { isCellFilled, updateIndicator } from '@/db/store';
import { type IndicatorFacts, indicatorCell } from '@/server/domain/formats';
import type { Sentence } from '@/server/domain/sentence';
import { type CommandContext, runCommand } from '../command';
import { requireFacts, requireSameMeasure } from './indicator-facts';
import { requireIndicators, requireLiveIndicator } from './indicator-list';
import { requireMergedChange } from './merged-change';

/**
 * Changes an indicator. Once a figure of it exists only its name, its definition and who is asked may change.
 *
 * @param input.seen the facts as the form showed them: only what differs from them is changed
 * @throws Refused not_found, forbidden, wrong_status (retired), invalid, conflict (somebody else changed the same fact since)
 */
export async function changeIndicator(
  context: CommandContext,
  input: { year: number; key: string; facts: IndicatorFacts; seen?: IndicatorFacts | undefined },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireIndicators(tx, context, input.year);
    const before = requireLiveIndicator(list, input.key);
    const merged = await requireMergedChange<IndicatorFacts>(tx, {
      stored: factsOf(before),
      seen: input.seen,
      wanted: input.facts,
      event: {
        kind: 'indicator.changed',
        objectType: 'year',
        objectId: String(input.year),
        isOf: (payload) => payload.key === input.key,
      },
      names: factNames,
      print: printFact,
    });
    const facts = requireFacts(
      { ...factsOf(before), ...merged },
      list.filter((one) => one !== before),
      units,
    );
    if (await isCellFilled(tx, input.year, indicatorCell(before).id)) requireSameMeasure(before, facts);
    const changed = (Object.keys(facts) as (keyof IndicatorFacts)[]).filter(
      (fact) => JSON.stringify(facts[fact]) !== JSON.stringify(before[fact]),
    );
    if (changed.length === 0) return;
    await updateIndicator(tx, before, facts);
    tx.record('indicator.changed', {
      year: input.year,
      key: input.key,
      before: Object.fromEntries(changed.map((fact) => [fact, before[fact]])),
      after: Object.fromEntries(changed.map((fact) => [fact, facts[fact]])),
    });
  });
}

function factsOf({ name, unit, addsUp, overUnits, exactness, definition, ownerUnitId, askedOf }: IndicatorFacts): IndicatorFacts {
  return { name, unit, addsUp, overUnits, exactness, definition, ownerUnitId, askedOf };
}

const factNames = {
  name: { zh: '名称', en: 'name' },
  unit: { zh: '计量单位', en: 'unit' },
  addsUp: { zh: '时点', en: 'kind' },
  overUnits: { zh: '跨单位汇总', en: 'summing over units' },
  exactness: { zh: '是否约数', en: 'exactness' },
  definition: { zh: '口径', en: 'definition' },
  ownerUnitId: { zh: '归口单位', en: 'owner' },
  askedOf: { zh: '填报单位', en: 'units that are asked' },
} satisfies Record<keyof IndicatorFacts, Sentence>;

const valueNames: Record<string, Sentence> = {
  flow: { zh: '本期发生数', en: 'a flow' },
  closing: { zh: '期末数', en: 'a closing' },
  sum: { zh: '相加', en: 'summed' },
  none: { zh: '不汇总', en: 'not summed' },
  exact: { zh: '准确数', en: 'exact' },
  about: { zh: '约数', en: 'about' },
};

function printFact(fact: keyof IndicatorFacts, value: unknown): Sentence {
  if (fact === 'askedOf')
    return Array.isArray(value) ? { zh: `${value.length} 个单位`, en: `${value.length} units` } : { zh: '全部单位', en: 'all units' };
  if (fact === 'ownerUnitId') return value === null ? { zh: '无', en: 'none' } : { zh: '另一个单位', en: 'another unit' };
  const words = String(value);
  const plain = fact === 'name' || fact === 'unit' || fact === 'definition';
  return plain ? { zh: words, en: words } : (valueNames[words] ?? { zh: words, en: words });
}
