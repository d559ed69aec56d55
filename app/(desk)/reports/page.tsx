import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { ReportList } from '@/components/annual-report/report-list';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage, askedSearch } from '@/components/shell/list-address';
import { ReportsToSign } from '@/components/signing/reports-to-sign';
import { signedBeside } from '@/components/signing/sign-address';
import { dayAt, usualYear } from '@/server/domain/periods';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ common }) => common.nav.reports);
}

type Asked = Partial<Record<'year' | 'search' | 'page', string | string[]>>;

/** The reports of a year; of the newest that has begun when none is asked for. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { search, page, ...words } = await searchParams;
  const asked = Number(words.year);
  const { years, year, list, toSign, mayAdopt } = await load(async (api) => {
    const known = await api.report.years();
    const shown = known.includes(asked) ? asked : usualYear(known, dayAt(new Date()));
    return {
      years: known,
      year: shown,
      toSign: (await api.report.toSign()).filter((one) => one.mine !== null),
      mayAdopt: (await api.person.me())?.posts.some((post) => post.role === 'admin') ?? false,
      list: shown === null ? null : await api.report.list({ year: shown, search: askedSearch(search), page: askedPage(page) }),
    };
  });
  return (
    <WritingWords>
      <ReportsToSign reports={toSign.slice(0, signedBeside)} of={toSign.length} />
      <ReportList years={years} year={year} list={list} mayAdopt={mayAdopt} />
    </WritingWords>
  );
}
