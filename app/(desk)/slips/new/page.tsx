import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load, refusePage } from '@/app/caller';
import { SlipEditor } from '@/components/corrections/slip-editor';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { reportKey } from '@/server/api/schemas';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { common, slips } = await chosenMessages();
  return { title: `${slips.begin} · ${common.appName}` };
}

/** A new correction slip over the locked quarters of a unit's year. */
export default async function NewSlipPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const unitId = reportKey.unitId.safeParse(asked.unit);
  const year = reportKey.year.safeParse(Number(asked.year));
  if (!unitId.success || !year.success) redirect('/slips');
  const desk = await load((api) => api.slip.desk({ unitId: unitId.data, year: year.data }));
  if (!desk.mayWrite) return refusePage();
  return (
    <WritingWords>
      <SlipEditor packed={pack({ desk, slip: null })} firstQuarter={Number(asked.quarter) || null} />
    </WritingWords>
  );
}
