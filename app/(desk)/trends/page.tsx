import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedUnit } from '@/components/trends/asked-unit';
import { TrendsView } from '@/components/trends/trends-view';
import { measureKeys } from '@/server/domain/trends';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.trends} · ${common.appName}` };
}

type Asked = Partial<Record<'unit' | 'scope' | 'year' | 'measure', string | string[]>>;

/** What a report says from year to year. Without a choice: the highest the person may read. */
export default async function TrendsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const wanted = askedUnit(asked.unit);
  const { here, choices, trends, units } = await load(async (api) => {
    const found = await api.trends.choice(wanted === null ? {} : { unitId: wanted });
    const all = await api.office.unitChoices({ aim: 'trends' });
    // A unit that closed is part of its successor's; its own address still leads to it.
    const isOther = wanted !== null && found?.unitId !== wanted;
    const choice = isOther ? ({ unitId: wanted, kind: 'department', scopes: ['own_organ'] } as const) : found;
    if (!choice) return { here: found, choices: all, trends: null, units: null };
    const { unitId } = choice;
    const scope = choice.scopes.find((one) => one === asked.scope) ?? choice.scopes[0] ?? 'own_organ';
    const shown = await api.trends.years({ unitId, scope });
    const year = askedYear(asked.year) ?? shown.years.findLast((one) => one.source !== null)?.year;
    const measure = measureKeys.find((key) => key === asked.measure) ?? 'received';
    const isWhole = choice.kind === 'government' && scope === 'consolidated' && year !== undefined;
    return {
      here: isOther ? null : found,
      choices: all,
      trends: shown,
      units: isWhole ? await api.trends.units({ unitId, year, measure }) : null,
    };
  });
  return (
    <WritingWords>
      <TrendsView here={here} choices={choices} trends={trends} units={units} />
    </WritingWords>
  );
}
