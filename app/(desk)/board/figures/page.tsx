import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { BoardFigures, type YearSoFar } from '@/components/admin/board/board-figures';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.board.tabs.figures} · ${common.appName}` };
}

/** The year so far of everything the person has a board of. */
export default async function BoardFiguresPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  const { board, page } = await load(async (api) => {
    const found = await api.office.board({ year });
    const [top] = found.tops;
    if (!top || found.year === null || found.quarters.length === 0) return { board: found, page: null };
    return { board: found, page: await api.report.page({ unitId: top.id, year: found.year, scope: 'consolidated' }) };
  });
  const quarters = board.quarters.map(({ quarter, isOpen, done, of }) => ({ quarter, isOpen, done, of }));
  const shown: YearSoFar = { board: { years: board.years, year: board.year, quarters }, page };
  return (
    <WritingWords>
      <BoardFigures packed={pack(shown)} />
    </WritingWords>
  );
}
