import { load } from '@/app/caller';
import { ReportList } from '@/components/annual-report/report-list';
import { WritingWords } from '@/components/messages/writing-words';

/** The reports of a year; of the newest when none is asked for. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const asked = Number((await searchParams).year);
  const { years, year, reports, mayAdopt } = await load(async (api) => {
    const known = await api.report.years();
    const shown = known.includes(asked) ? asked : (known[0] ?? null);
    const mayAdopt = (await api.person.me())?.posts.some((post) => post.role === 'admin') ?? false;
    return { mayAdopt, years: known, year: shown, reports: shown === null ? [] : await api.report.list({ year: shown }) };
  });
  return (
    <WritingWords>
      <ReportList years={years} year={year} reports={reports} mayAdopt={mayAdopt} />
    </WritingWords>
  );
}
