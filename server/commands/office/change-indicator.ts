import { isCellFilled, updateIndicator } from '@/db/store';
import { type IndicatorFacts, indicatorCell } from '@/server/domain/formats';
import { type CommandContext, runCommand } from '../command';
import { requireFacts, requireSameMeasure } from './indicator-facts';
import { requireIndicators, requireLiveIndicator } from './indicator-list';

/**
 * Changes an indicator. Once a figure of it exists only its name, its definition and who is asked may change.
 *
 * @throws Refused not_found, forbidden, wrong_status (retired), invalid
 */
export async function changeIndicator(context: CommandContext, input: { year: number; key: string; facts: IndicatorFacts }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireIndicators(tx, context, input.year);
    const before = requireLiveIndicator(list, input.key);
    const facts = requireFacts(
      input.facts,
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
