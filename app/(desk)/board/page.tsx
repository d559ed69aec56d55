import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { BoardView } from '@/components/admin/board/board-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage } from '@/components/shell/list-address';
import { boardOrders, boardShows } from '@/server/domain/units';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.board} · ${common.appName}` };
}

type Asked = Partial<Record<'year' | 'show' | 'order' | 'page', string | string[]>>;

export default async function BoardPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const input = {
    year: askedYear(asked.year),
    show: boardShows.find((one) => one === asked.show),
    order: boardOrders.find((one) => one === asked.order),
    page: askedPage(asked.page),
  };
  const { board, me } = await load(async (api) => ({ board: await api.office.board(input), me: await api.person.me() }));
  return (
    <WritingWords>
      <BoardView board={board} mayManage={me?.posts.some((post) => post.role === 'admin') ?? false} />
    </WritingWords>
  );
}
