import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { OwnReports } from '@/components/annual-report/own-reports/own-reports';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage, askedSearch } from '@/components/shell/list-address';

export async function generateMetadata({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }): Promise<Metadata> {
  const { common, ownReports } = await chosenMessages();
  const year = askedYear((await searchParams).year);
  return { title: year === null ? common.appName : `${ownReports.title(year)} · ${common.appName}` };
}

type Asked = Partial<Record<'year' | 'search' | 'page', string | string[]>>;

/** Every unit's own report of a year; without one in the address, of the newest. */
export default async function OwnReportsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const year = askedYear(asked.year);
  if (year === null) {
    const [newest] = await load((api) => api.report.years());
    redirect(newest === undefined ? '/reports' : `/reports/own?year=${newest}`);
  }
  const { list, mayFinalise } = await load(async (api) => ({
    list: await api.report.own({ year, search: askedSearch(asked.search), page: askedPage(asked.page) }),
    mayFinalise: (await api.person.me())?.posts.some((post) => post.role === 'admin') ?? false,
  }));
  return (
    <WritingWords>
      <OwnReports year={year} list={list} mayFinalise={mayFinalise} />
    </WritingWords>
  );
}
