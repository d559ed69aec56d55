import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { RolledOver } from '@/components/admin/roll-over/rolled-over';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.years.rolledOver} · ${common.appName}` };
}

/** What a roll-over made in this year, and what is left to do. */
export default async function RolledOverPage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string | string[]; page?: string | string[] }>;
}) {
  const asked = await searchParams;
  const year = askedYear(asked.year);
  if (year === null) redirect('/office/years');
  const rolled = await load((api) => api.office.rolledOver({ year, page: askedPage(asked.page) }));
  return (
    <WritingWords>
      <RolledOver year={rolled} />
    </WritingWords>
  );
}
