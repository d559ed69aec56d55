import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { SlipList } from '@/components/corrections/slip-list';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage, askedSearch } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, slips } = await chosenMessages();
  return { title: `${slips.title} · ${common.appName}` };
}

type Asked = Partial<Record<'search' | 'page', string | string[]>>;

/** The correction slips a person may see: those that wait for them first. */
export default async function SlipsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  if (!(await load((api) => api.person.me()))) return toSignIn();
  const [list, years] = await load((api) =>
    Promise.all([api.slip.list({ search: askedSearch(asked.search), page: askedPage(asked.page) }), api.slip.years()]),
  );
  return (
    <WritingWords>
      <SlipList {...list} years={years} />
    </WritingWords>
  );
}
