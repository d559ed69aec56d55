import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { RollOverWizard } from '@/components/admin/roll-over/roll-over-wizard';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { dayAt, usualYear } from '@/server/domain/periods';
import { pack } from '@/server/domain/wire';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.yearEnd.title} · ${common.appName}` };
}

/** The year that is over, the usual one when none is asked for, rolled over to the next. */
export default async function RollOverPage({ searchParams }: { searchParams: Promise<{ from?: string | string[] }> }) {
  const asked = askedYear((await searchParams).from);
  const plan = await load(async (api) => {
    const from =
      asked ??
      usualYear(
        (await api.office.years()).map((one) => one.year),
        dayAt(new Date()),
      );
    return from === null ? null : api.office.rollOver({ from });
  });
  if (!plan) notFound();
  return (
    <WritingWords>
      <RollOverWizard key={plan.from.year} packed={pack(plan)} />
    </WritingWords>
  );
}
