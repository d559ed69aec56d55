import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { OpeningsView } from '@/components/admin/openings-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { askedYear } from '@/components/shell/asked-year';

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
    const units = (await api.office.units()).filter((unit) => unit.kind !== 'government').map(({ id, name }) => ({ id, name }));
    return { units, years: (await api.office.years()).map((year) => year.year) };
  });
  const unitId = typeof asked.unit === 'string' ? asked.unit : choice.units[0]?.id;
  const year = askedYear(asked.year) ?? choice.years[0];
  const form = unitId && year ? await load((api) => api.office.openings({ unitId, year })) : null;
  return <OpeningsView choice={choice} form={form} />;
}
