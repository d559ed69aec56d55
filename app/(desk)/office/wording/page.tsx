import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { ContactForm } from '@/components/admin/words/contact-form';
import { WordingView } from '@/components/admin/words/wording-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.wording.title} · ${common.appName}` };
}

/** What the office sets for the words of its reports. */
export default async function WordingPage() {
  const [stored, me] = await load((api) => Promise.all([api.office.wording(), api.person.me()]));
  return (
    <WritingWords>
      <WordingView stored={stored} />
      <ContactForm stored={me?.contact ?? ''} />
    </WritingWords>
  );
}
