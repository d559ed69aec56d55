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
  const units = await load((api) => api.office.units());
  return (
    <WritingWords>
      <ClosingView units={units} />
    </WritingWords>
  );
}
