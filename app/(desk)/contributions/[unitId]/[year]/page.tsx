import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { UnitContributionsView } from '@/components/contributions/unit-contributions';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { reportKey } from '@/server/api/schemas';

export async function generateMetadata(): Promise<Metadata> {
  const { common, material } = await chosenMessages();
  return { title: `${material.title} · ${common.appName}` };
}

/** What a unit is asked for the text of a year's report. */
export default async function ContributionsPage({ params }: { params: Promise<{ unitId: string; year: string }> }) {
  const asked = await params;
  const unitId = reportKey.unitId.safeParse(asked.unitId);
  const year = reportKey.year.safeParse(Number(asked.year));
  if (!unitId.success || !year.success) notFound();
  return (
    <WritingWords>
      <UnitContributionsView page={await load((api) => api.contribution.ofUnit({ unitId: unitId.data, year: year.data }))} />
    </WritingWords>
  );
}
