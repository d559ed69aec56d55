import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { OpeningsView } from '@/components/admin/openings/openings-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage, askedSearch } from '@/components/shell/list-address';
import { dayAt, usualYear } from '@/server/domain/periods';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.openings.title} · ${common.appName}` };
}

export default async function OpeningsPage({
  searchParams,
}: {
  searchParams: Promise<Partial<Record<'unit' | 'year' | 'search' | 'page', string | string[]>>>;
}) {
  const asked = await searchParams;
  const search = askedSearch(asked.search);
  const choice = await load(async (api) => ({
    ...(await api.office.openingUnits({ search, page: askedPage(asked.page) })),
    search: search ?? '',
    years: (await api.office.years()).map((year) => year.year),
  }));
  const unitId = typeof asked.unit === 'string' ? asked.unit : choice.units[0]?.id;
  const year = askedYear(asked.year) ?? usualYear(choice.years, dayAt(new Date()));
  const form = unitId && year ? await load((api) => api.office.openings({ unitId, year })) : null;
  // Whoever manages one unit only has no whole to compare with.
  const sums = year && choice.isWhole ? await load((api) => api.office.openingSums({ year })) : null;
  return (
    <WritingWords>
      <OpeningsView choice={choice} year={year} form={form} sums={sums} />
    </WritingWords>
  );
}
