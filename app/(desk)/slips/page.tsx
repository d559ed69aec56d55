import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { SlipList } from '@/components/corrections/slip-list';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, slips } = await chosenMessages();
  return { title: `${slips.title} · ${common.appName}` };
}

/** The correction slips a person may see: those that wait for them first. */
export default async function SlipsPage() {
  if (!(await load((api) => api.person.me()))) return toSignIn();
  const [slips, years] = await load((api) => Promise.all([api.slip.list(), api.slip.years()]));
  return (
    <WritingWords>
      <SlipList slips={slips} years={years} />
    </WritingWords>
  );
}
