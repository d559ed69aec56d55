import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { AnnouncementList } from '@/components/announcements/announcement-list';
import { chosenMessages } from '@/components/messages/chosen-language';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.announcements.title} · ${common.appName}` };
}

/** What the office tells the person now. */
export default async function AnnouncementsAddress() {
  const announcements = await load((api) => api.announcement.own());
  const { common } = await chosenMessages();
  return <AnnouncementList announcements={announcements} common={common} />;
}
