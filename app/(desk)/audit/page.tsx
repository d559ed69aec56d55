import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { EventLogView } from '@/components/admin/events/event-log-view';
import { askedEvents } from '@/components/admin/events/events-address';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.audit} · ${common.appName}` };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const shown = askedEvents(await searchParams);
  const { asked, size, isFlat, before, open } = shown;
  const log = await load((api) => api.audit.events({ asked, isFlat, limit: size, before: before ?? undefined, open: open ?? undefined }));
  return (
    <WritingWords>
      <Announcements />
      <EventLogView log={log} shown={shown} />
    </WritingWords>
  );
}
