import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { InboxView } from '@/components/notices/inbox-view';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.notices} · ${common.appName}` };
}

/** What the person was told. */
export default async function NoticesAddress() {
  const page = await load((api) => api.notice.inbox());
  return (
    <WritingWords>
      <InboxView page={page} />
    </WritingWords>
  );
}
