import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { RolledOver } from '@/components/admin/roll-over/rolled-over';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.years.rolledOver} · ${common.appName}` };
}

/** What a roll-over made in this year, and what is left to do. */
export default async function RolledOverPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  if (year === null) redirect('/office/years');
  const rolled = await load((api) => api.office.rolledOver({ year }));
  return (
    <WritingWords>
      <RolledOver year={rolled} />
    </WritingWords>
  );
}
