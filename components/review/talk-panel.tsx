'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import { threadsOf } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { useWritingMessages } from '../messages/writing-words';
import { TalkThread } from '../talk/talk-thread';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';
import { placeName } from './place-name';

/** What colleagues say of the place that is looked at, and the other places of which something is open. */
export function TalkPanel({
  form,
  format,
  anchor,
  onShow,
}: {
  form: FilingForm;
  format: Format;
  anchor: string | null;
  onShow: (anchor: string) => void;
}) {
  const messages = useWritingMessages();
  const { review, talk } = messages;
  const client = useTRPCClient();
  const router = useRouter();
  /** What was begun on each place: going to look at another cell loses nothing. */
  const [begun, setBegun] = useState<Readonly<Record<string, string>>>({});
  const { filingId } = form;
  const threads = threadsOf(form.comments).filter((thread) => thread.isOpen);
  const others = threads.filter((thread) => thread.anchor !== anchor);
  const mayWrite = form.verdicts['filing.comment'] === 'allowed';
  if (!mayWrite && form.comments.length === 0) return null;
  const place = anchor === null ? '' : placeName(format, anchor, messages);
  return (
    <Sheet title={review.counted(talk.title, threads.length)}>
      {anchor === null ? (
        <p className="text-body leading-6 text-muted">{talk.choose}</p>
      ) : (
        <>
          <p className="text-body leading-6 font-medium">{place}</p>
          <TalkThread
            key={anchor}
            place={place}
            said={form.comments.filter((comment) => comment.anchor === anchor)}
            mayWrite={mayWrite}
            text={begun[anchor] ?? ''}
            onText={(text) => setBegun((before) => ({ ...before, [anchor]: text }))}
            onWrite={async (text) => {
              await client.filing.comment.mutate({ filingId, anchor, text });
              router.refresh();
            }}
            onResolve={async (commentId) => {
              await client.filing.resolveThread.mutate({ filingId, commentId });
              router.refresh();
            }}
          />
        </>
      )}
      {others.length > 0 && (
        <ul aria-label={talk.openThreads(others.length)} className="pt-2">
          {others.map((thread) => (
            <li key={thread.anchor}>
              <Button look="way" onClick={() => onShow(thread.anchor)}>
                <span aria-hidden="true">※</span> {placeName(format, thread.anchor, messages)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="pt-2 text-note leading-5 text-muted">{talk.hint}</p>
    </Sheet>
  );
}
