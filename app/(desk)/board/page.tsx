import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { BoardView } from '@/components/admin/board-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { askedYear } from '@/components/shell/asked-year';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.board} · ${common.appName}` };
}

export default async function BoardPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  const { board, me } = await load(async (api) => ({ board: await api.office.board({ year }), me: await api.person.me() }));
  return <BoardView board={board} mayManage={me?.posts.some((post) => post.role === 'admin') ?? false} />;
}
