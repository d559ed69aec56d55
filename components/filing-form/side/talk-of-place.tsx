'use client';

import { useCallback, useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { placeOf } from '../../talk/place-of';
import { TalkThread } from '../../talk/talk-thread';
import { useTRPCClient } from '../../trpc-client';
import { useFiling } from '../filing-context';
import { textPlace } from '../outbox/entry';
import { flushLateValues, useLateValue } from '../store/use-late-value';
import { FollowUpButton } from './follow-up-button';
import { useFollowUp } from './use-follow-up';

/** What colleagues say of the cell one is in, or of the text while that is shown; and its follow-up mark. */
export function TalkOfPlace({ isText }: { isText: boolean }) {
  const { store, refresh } = useFiling();
  const client = useTRPCClient();
  const messages = useMessages();
  const focus = useLateValue(store.focus);
  const form = useLateValue(store.form);
  /** What was begun on each place: going to another cell loses nothing. */
  const [begun, setBegun] = useState<Readonly<Record<string, string>>>({});
  const anchor = isText ? textPlace : focus;
  const anchorNow = useCallback(() => (isText ? textPlace : store.focus.get()), [isText, store]);
  const followUp = useFollowUp(anchor, anchorNow);
  const { filingId } = form;
  const onText = useCallback((text: string) => anchor && setBegun((before) => ({ ...before, [anchor]: text })), [anchor]);
  if (!anchor) return null;
  const place = placeOf(store.format, anchor, messages);
  const mayTalk = form.verdicts['filing.comment'] === 'allowed';
  return (
    <section
      aria-label={messages.talk.title}
      // What is written here is about the cell one comes from, also when one comes at once.
      onFocusCapture={flushLateValues}
      className="rounded border border-hairline bg-paper p-3 text-[14px] leading-6 print:hidden"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[15px] font-semibold">{messages.talk.title}</h2>
        <FollowUpButton mark={followUp.mark} mayMark={mayTalk} isBusy={followUp.isBusy} onToggle={followUp.toggle} />
      </div>
      {isText && <p className="text-[13px] leading-5 text-muted">{place}</p>}
      <ActAnswer answer={followUp.answer} className="empty:hidden" />
      <TalkThread
        place={place}
        said={form.comments.filter((comment) => comment.anchor === anchor)}
        mayWrite={mayTalk}
        text={begun[anchor] ?? ''}
        onText={onText}
        onWrite={async (text) => {
          await client.filing.comment.mutate({ filingId, anchor, text });
          await refresh();
        }}
        onResolve={async (commentId) => {
          await client.filing.resolveThread.mutate({ filingId, commentId });
          await refresh();
        }}
      />
      {mayTalk && <p className="pt-1 text-[13px] leading-5 text-muted">{messages.talk.hint}</p>}
    </section>
  );
}
