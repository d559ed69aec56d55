import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { BoardView } from '@/components/admin/board/board-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage } from '@/components/shell/list-address';
import { quarters } from '@/server/domain/periods';
import type { Role } from '@/server/domain/permissions';
import { boardOrders, boardShows } from '@/server/domain/units';
import { isSent } from '@/server/domain/workflow';
import type { Board } from '@/server/queries/board';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.board} · ${common.appName}` };
}

type Asked = Partial<Record<'year' | 'show' | 'quarter' | 'order' | 'page', string | string[]>>;

export default async function BoardPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const input = {
    year: askedYear(asked.year),
    show: boardShows.find((one) => one === asked.show),
    quarter: quarters.find((one) => String(one) === asked.quarter),
    order: boardOrders.find((one) => one === asked.order),
    page: askedPage(asked.page),
  };
  const { board, chased, me } = await load(async (api) => {
    const board = await api.office.board(input);
    return { board, chased: await api.chase.onBoard({ filingIds: inHandOf(board) }), me: await api.person.me() };
  });
  const holds = (...roles: readonly Role[]) => me?.posts.some((post) => roles.includes(post.role)) ?? false;
  return (
    <WritingWords>
      <Announcements />
      <BoardView board={board} chased={chased} mayManage={holds('admin')} mayChase={holds('admin', 'reviewer')} />
    </WritingWords>
  );
}

/** The quarters of the page that wait for their units. */
function inHandOf({ rows }: Board): string[] {
  return rows.flatMap(({ quarters }) => quarters.flatMap((cell) => (cell && !isSent(cell.status) ? [cell.filingId] : [])));
}
