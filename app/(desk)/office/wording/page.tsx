import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { WordingView } from '@/components/admin/words/wording-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.wording.title} · ${common.appName}` };
}

/** What the office sets for the words of its reports. */
export default async function WordingPage() {
  const stored = await load((api) => api.office.wording());
  return (
    <WritingWords>
      <WordingView stored={stored} />
    </WritingWords>
  );
}
