import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { AnnouncementsView } from '@/components/admin/announcements/announcements-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { QueriesProvider } from '@/components/trpc-queries';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.announcements.title} · ${common.appName}` };
}

/** What the office has announced. */
export default async function OfficeAnnouncementsAddress() {
  const page = await load((api) => api.announcement.list());
  return (
    <WritingWords>
      <QueriesProvider>
        <AnnouncementsView {...page} />
      </QueriesProvider>
    </WritingWords>
  );
}
