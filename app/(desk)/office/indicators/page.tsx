import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { IndicatorsView } from '@/components/admin/indicators/indicators-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.indicators.title} · ${common.appName}` };
}

export default async function IndicatorsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  return (
    <WritingWords>
      <IndicatorsView list={await load((api) => api.office.indicators({ year }))} />
    </WritingWords>
  );
}
