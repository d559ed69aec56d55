import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { type ReportAndMaterial, ReportPage } from '@/components/annual-report/report-page';
import { WritingWords } from '@/components/messages/writing-words';
import type { ReportKey } from '@/server/domain/subject/report-key';
import { pack } from '@/server/domain/wire';
import { readReportKey } from './read-report-key';

const pageOf = cache((unitId: string, year: number, scope: ReportKey['scope']) => load((api) => api.report.page({ unitId, year, scope })));

export function generateMetadata({ params }: { params: Promise<{ unitId: string; year: string; scope: string }> }): Promise<Metadata> {
  return titled(async ({ common, report }) => {
    const asked = readReportKey(await params);
    if (!asked) return common.nav.reports;
    const page = await pageOf(asked.unitId, asked.year, asked.scope);
    return `${page.organ} ${report.reportOf(page.year)}`;
  });
}

/** The annual report under work: always the ledger as it is now. */
export default async function ReportRoute({ params }: { params: Promise<{ unitId: string; year: string; scope: string }> }) {
  const asked = readReportKey(await params);
  if (!asked) notFound();
  const [page, material] = await Promise.all([
    pageOf(asked.unitId, asked.year, asked.scope),
    load((api) => api.contribution.ofReport(asked)),
  ]);
  return (
    <WritingWords>
      <ReportPage packed={pack({ page, material } satisfies ReportAndMaterial)} />
    </WritingWords>
  );
}
