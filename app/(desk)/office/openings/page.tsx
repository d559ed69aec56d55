import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { OpeningsView } from '@/components/admin/openings/openings-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { dayAt, usualYear } from '@/server/domain/periods';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.openings.title} · ${common.appName}` };
}

export default async function OpeningsPage({
  searchParams,
}: {
  searchParams: Promise<{ unit?: string | string[]; year?: string | string[] }>;
}) {
  const asked = await searchParams;
  const choice = await load(async (api) => {
    const all = await api.office.units();
    const units = all.filter((unit) => unit.kind !== 'government').map(({ id, name }) => ({ id, name }));
    return { units, isWhole: all.some((unit) => unit.parentId === null), years: (await api.office.years()).map((year) => year.year) };
  });
  const unitId = typeof asked.unit === 'string' ? asked.unit : choice.units[0]?.id;
  const year = askedYear(asked.year) ?? usualYear(choice.years, dayAt(new Date()));
  const form = unitId && year ? await load((api) => api.office.openings({ unitId, year })) : null;
  // Whoever manages one unit only has no whole to compare with.
  const sums = form && choice.isWhole ? await load((api) => api.office.openingSums({ year: form.year })) : null;
  return (
    <WritingWords>
      <OpeningsView choice={choice} form={form} sums={sums} />
    </WritingWords>
  );
}
