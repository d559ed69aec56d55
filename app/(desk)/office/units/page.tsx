import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { UnitsView } from '@/components/admin/units/units-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.units.title} · ${common.appName}` };
}

export default async function UnitsPage() {
  const units = await load((api) => api.office.units());
  return (
    <WritingWords>
      <UnitsView units={units} />
    </WritingWords>
  );
}
