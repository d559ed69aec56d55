import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { CheckDesk } from '@/components/checks/check-desk';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { checks, common } = await chosenMessages();
  return { title: `${checks.checkTitle} · ${common.appName}` };
}

/** A report JSON dropped and checked in the browser, for everyone who is signed in. */
export default async function CheckPage() {
  if (!(await load((api) => api.person.me()))) return toSignIn();
  return (
    <WritingWords>
      <CheckDesk rules={await load((api) => api.rules.office())} />
    </WritingWords>
  );
}
