import { AnnouncementBar } from '@/components/announcements/announcement-bar';
import { load } from './caller';

/** More stand on the page of announcements. */
const onHome = 3;

/** What the office tells whoever is here, on top of their home; nothing where there is nothing. */
export async function Announcements() {
  const announcements = (await load((api) => api.announcement.own())).filter((one) => !one.isDismissed);
  if (announcements.length === 0) return null;
  return <AnnouncementBar announcements={announcements.slice(0, onHome)} />;
}
