import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { ClosingView } from '@/components/admin/closing/closing-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { closing, common } = await chosenMessages();
  return { title: `${closing.title} · ${common.appName}` };
}

export default async function CloseUnitsPage() {
  const choices = await load(async (api) => {
    // Whoever manages no unit is told that there is no such page.
    await api.office.units();
    return api.office.unitChoices({ aim: 'closing' });
  });
  return (
    <WritingWords>
      <ClosingView first={choices} />
    </WritingWords>
  );
}
