import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { UnitsView } from '@/components/admin/units/units-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage, askedSearch } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.units.title} · ${common.appName}` };
}

type Asked = Partial<Record<'search' | 'page', string | string[]>>;

export default async function UnitsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const list = await load((api) => api.office.units({ search: askedSearch(asked.search), page: askedPage(asked.page) }));
  return (
    <WritingWords>
      <UnitsView {...list} />
    </WritingWords>
  );
}
