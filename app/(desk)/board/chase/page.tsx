import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { ChaseView } from '@/components/admin/chase/chase-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { isQuarter } from '@/server/domain/periods';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.chase.title} · ${common.appName}` };
}

type Asked = Partial<Record<'year' | 'quarter', string | string[]>>;

/** Who has not sent a quarter, to be chased. */
export default async function ChasePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const [year, quarter] = [askedYear(asked.year), Number(asked.quarter)];
  if (year === null || !isQuarter(quarter)) notFound();
  const list = await load((api) => api.chase.list({ year, quarter }));
  return (
    <WritingWords>
      <ChaseView key={`${year} ${quarter}`} list={list} />
    </WritingWords>
  );
}
