import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { OwnReports } from '@/components/annual-report/own-reports/own-reports';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';

export async function generateMetadata({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }): Promise<Metadata> {
  const { common, ownReports } = await chosenMessages();
  const year = askedYear((await searchParams).year);
  return { title: year === null ? common.appName : `${ownReports.title(year)} · ${common.appName}` };
}

/** Every unit's own report of a year; without one in the address, of the newest. */
export default async function OwnReportsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  if (year === null) {
    const [newest] = await load((api) => api.report.years());
    redirect(newest === undefined ? '/reports' : `/reports/own?year=${newest}`);
  }
  const { reports, mayFinalise } = await load(async (api) => ({
    reports: await api.report.own({ year }),
    mayFinalise: (await api.person.me())?.posts.some((post) => post.role === 'admin') ?? false,
  }));
  return (
    <WritingWords>
      <OwnReports year={year} reports={reports} mayFinalise={mayFinalise} />
    </WritingWords>
  );
}
