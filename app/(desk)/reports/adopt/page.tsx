import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { AdoptDesk } from '@/components/annual-report/adopt/adopt-desk';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';

export async function generateMetadata(): Promise<Metadata> {
  const { adopt, common } = await chosenMessages();
  return { title: `${adopt.title} · ${common.appName}` };
}

/** A published report taken in as an edition; of the year that is asked for, else of the file's. */
export default async function AdoptPage({ searchParams }: { searchParams: Promise<{ year?: string | string[] }> }) {
  const year = askedYear((await searchParams).year);
  const [choices, rules] = await load(async (api) => {
    // Whoever adopts no report is told that there is no such page.
    await api.report.adoption();
    return Promise.all([api.office.unitChoices({ aim: 'adoption' }), api.rules.office()]);
  });
  return (
    <WritingWords>
      <AdoptDesk year={year} choices={choices} rules={rules} />
    </WritingWords>
  );
}
