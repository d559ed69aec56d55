import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { EditionComparison } from '@/components/annual-report/edition/edition-comparison';
import { WritingWords } from '@/components/messages/writing-words';
import { editionAsked, reportKey } from '@/server/api/schemas';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ report }) => report.compare.name);
}

interface Params {
  unitId: string;
  year: string;
  scope: string;
  from: string;
  to: string;
}

/** Two editions of a report side by side, or the last edition and the draft. */
export default async function ComparePage({ params }: { params: Promise<Params> }) {
  const { unitId, year, scope, from, to } = await params;
  const key = {
    unitId: reportKey.unitId.safeParse(unitId),
    year: reportKey.year.safeParse(Number(year)),
    scope: reportKey.scope.safeParse(scope),
    from: editionAsked.from.safeParse(Number(from)),
    to: editionAsked.to.safeParse(to === 'draft' ? null : Number(to)),
  };
  if (!key.unitId.success || !key.year.success || !key.scope.success || !key.from.success || !key.to.success) notFound();
  const asked = { unitId: key.unitId.data, year: key.year.data, scope: key.scope.data, from: key.from.data, to: key.to.data };
  return (
    <WritingWords>
      <EditionComparison page={await load((api) => api.report.compare(asked))} />
    </WritingWords>
  );
}
