import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { type ReportAndMaterial, ReportPage } from '@/components/annual-report/report-page';
import { WritingWords } from '@/components/messages/writing-words';
import { reportKey } from '@/server/api/schemas';
import { pack } from '@/server/domain/wire';

/** The annual report under work: always the ledger as it is now. */
export default async function ReportRoute({ params }: { params: Promise<{ unitId: string; year: string; scope: string }> }) {
  const { unitId, year, scope } = await params;
  const key = {
    unitId: reportKey.unitId.safeParse(unitId),
    year: reportKey.year.safeParse(Number(year)),
    scope: reportKey.scope.safeParse(scope),
  };
  if (!key.unitId.success || !key.year.success || !key.scope.success) notFound();
  const asked = { unitId: key.unitId.data, year: key.year.data, scope: key.scope.data };
  const [page, material] = await load((api) => Promise.all([api.report.page(asked), api.contribution.ofReport(asked)]));
  return (
    <WritingWords>
      <ReportPage packed={pack({ page, material } satisfies ReportAndMaterial)} />
    </WritingWords>
  );
}
