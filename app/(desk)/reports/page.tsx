import { load } from '@/app/caller';
import { ReportList } from '@/components/annual-report/report-list';
import { WritingWords } from '@/components/messages/writing-words';
import { ReportsToSign } from '@/components/signing/reports-to-sign';
import { signedBeside } from '@/components/signing/sign-address';
import { dayAt, usualYear } from '@/server/domain/periods';

/** The reports of a year; of the newest that has begun when none is asked for. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const asked = Number((await searchParams).year);
  const { years, year, reports, toSign, mayAdopt } = await load(async (api) => {
    const known = await api.report.years();
    const shown = known.includes(asked) ? asked : usualYear(known, dayAt(new Date()));
    return {
      years: known,
      year: shown,
      toSign: (await api.report.toSign()).filter((one) => one.mine !== null),
      mayAdopt: (await api.person.me())?.posts.some((post) => post.role === 'admin') ?? false,
      reports: shown === null ? [] : await api.report.list({ year: shown }),
    };
  });
  return (
    <WritingWords>
      <ReportsToSign reports={toSign.slice(0, signedBeside)} of={toSign.length} />
      <ReportList years={years} year={year} reports={reports} mayAdopt={mayAdopt} />
    </WritingWords>
  );
}
