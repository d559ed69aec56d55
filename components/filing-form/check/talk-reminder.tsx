import type { Format } from '@/server/domain/formats';
import { threadsOf } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { placeOf } from '../../talk/place-of';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';

/** What somebody wanted to come back to, before it is submitted. It reminds and holds nothing up. */
export function TalkReminder({ form, format }: { form: FilingForm; format: Format }) {
  const { talk } = useMessages();
  const marked = form.followUps.map((one) => one.anchor);
  const open = threadsOf(form.comments).flatMap((thread) => (thread.isOpen ? [thread.anchor] : []));
  if (marked.length + open.length === 0) return null;
  return (
    <Notice tone="act" title={talk.reminder} className="mb-4">
      <Places title={talk.reminderFollowUps(marked.length)} places={marked} filingId={form.filingId} format={format} />
      <Places title={talk.reminderThreads(open.length)} places={open} filingId={form.filingId} format={format} />
    </Notice>
  );
}

function Places({ title, places, filingId, format }: { title: string; places: readonly string[]; filingId: string; format: Format }) {
  const messages = useMessages();
  if (places.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul aria-label={title}>
        {places.map((anchor) => (
          <li key={anchor}>
            <Link href={`/filings/${filingId}#cell=${anchor}`} className="place-link">
              {placeOf(format, anchor, messages)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
