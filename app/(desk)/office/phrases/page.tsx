import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { PhrasesView } from '@/components/admin/words/phrases-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.phrases.title} · ${common.appName}` };
}

/** 常用语: kept by administrators and reviewers. */
export default async function PhrasesPage() {
  const phrases = await load((api) => api.phrases.list());
  return (
    <WritingWords>
      <PhrasesView phrases={phrases} />
    </WritingWords>
  );
}
