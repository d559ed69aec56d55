import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { ManyWorkbooks } from '@/components/workbook/many-workbooks';

export async function generateMetadata(): Promise<Metadata> {
  const { workbook, common } = await chosenMessages();
  return { title: `${workbook.many.title} · ${common.appName}` };
}

/** The workbooks of all units, out and in. */
export default async function WorkbooksPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const { year } = await searchParams;
  const { board, me } = await load(async (api) => ({
    board: await api.office.board({ year: askedYear(year) }),
    me: await api.person.me(),
  }));
  const mayBringIn = me?.posts.some((post) => post.role === 'admin') ?? false;
  return (
    <WritingWords>
      <ManyWorkbooks year={board.year} quarters={board.quarters} mayBringIn={mayBringIn} />
    </WritingWords>
  );
}
