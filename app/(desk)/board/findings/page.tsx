import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { askedFindings } from '@/components/admin/findings/findings-address';
import { SentFindings } from '@/components/admin/findings/sent-findings';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.board.tabs.findings} · ${common.appName}` };
}

/** What is found over all units of a year. */
export default async function FindingsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const { filter, page } = askedFindings(asked);
  const findings = await load((api) => api.review.findings({ year: askedYear(asked.year), ...filter, page }));
  return (
    <WritingWords>
      <SentFindings packed={pack(findings)} />
    </WritingWords>
  );
}
