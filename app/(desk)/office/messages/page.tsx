import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { MessagesView } from '@/components/admin/messages/messages-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.messages.title} · ${common.appName}` };
}

/** What leaves the house, and what could not. */
export default async function MessagesAddress() {
  const page = await load((api) => api.notice.messages());
  return (
    <WritingWords>
      <MessagesView page={page} />
    </WritingWords>
  );
}
