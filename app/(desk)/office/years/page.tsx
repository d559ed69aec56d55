import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { YearsView } from '@/components/admin/years/years-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { dayAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.years.title} · ${common.appName}` };
}

export default async function YearsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const asked = askedYear((await searchParams).year);
  const { years, board, mayRollOver, dueLock } = await load(async (api) => {
    await api.office.units();
    const posts = (await api.person.me())?.posts ?? [];
    const mayRollOver = posts.some((post) => can([post], 'year.roll_over', { unitPath: [post.unitId], status: null }) === 'allowed');
    return {
      years: await api.office.years(),
      board: await api.office.board({ year: asked }),
      mayRollOver,
      dueLock: await api.deadline.lock(),
    };
  });
  return (
    <WritingWords>
      <YearsView years={years} board={board} today={dayAt(new Date())} mayRollOver={mayRollOver} dueLock={dueLock} />
    </WritingWords>
  );
}
