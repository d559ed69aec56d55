import { load } from '@/app/caller';
import { ReportList } from '@/components/annual-report/report-list';
import { WritingWords } from '@/components/messages/writing-words';
import { ReportsToSign } from '@/components/signing/reports-to-sign';

/** The reports of a year; of the newest when none is asked for. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const asked = Number((await searchParams).year);
  const { years, year, reports, toSign } = await load(async (api) => {
    const known = await api.report.years();
    const shown = known.includes(asked) ? asked : (known[0] ?? null);
    return {
      years: known,
      year: shown,
      toSign: await api.report.toSign(),
      reports: shown === null ? [] : await api.report.list({ year: shown }),
    };
  });
  return (
    <WritingWords>
      <ReportsToSign reports={toSign.filter((one) => one.mine !== null)} />
      <ReportList years={years} year={year} reports={reports} />
    </WritingWords>
  );
}
