import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { askedKind } from '@/components/admin/events/event-kinds';
import { EventLogView } from '@/components/admin/events/event-log-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

const pageSize = 100;

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${common.nav.audit} · ${common.appName}` };
}

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<{ kind?: string | string[]; before?: string | string[] }>;
}) {
  const asked = await searchParams;
  const kind = askedKind(asked.kind);
  const before = typeof asked.before === 'string' && /^[1-9]\d{0,14}$/.test(asked.before) ? Number(asked.before) : undefined;
  const log = await load((api) => api.audit.events({ limit: pageSize, before, kindPrefix: kind ?? undefined }));
  return (
    <WritingWords>
      <Announcements />
      <EventLogView log={log} kind={kind} isNewest={before === undefined} pageSize={pageSize} />
    </WritingWords>
  );
}
