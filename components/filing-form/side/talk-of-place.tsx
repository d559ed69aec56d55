'use client';

import { useCallback, useId, useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { placeOf } from '../../talk/place-of';
import { TalkThread } from '../../talk/talk-thread';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
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
  /** What the person opened or closed; elsewhere it is open where something is said that is not settled. */
  const [turned, setTurned] = useState<{ anchor: string; isOpen: boolean } | null>(null);
  const bodyId = useId();
  const anchor = isText ? textPlace : focus;
  const anchorNow = useCallback(() => (isText ? textPlace : store.focus.get()), [isText, store]);
  const followUp = useFollowUp(anchor, anchorNow);
  const { filingId } = form;
  const onText = useCallback((text: string) => anchor && setBegun((before) => ({ ...before, [anchor]: text })), [anchor]);
  if (!anchor) return null;
  const said = form.comments.filter((comment) => comment.anchor === anchor);
  const isShown =
    turned?.anchor === anchor ? turned.isOpen : said.some((comment) => comment.resolvedAt === null) || (begun[anchor] ?? '') !== '';
  const place = placeOf(store.format, anchor, messages);
  const mayTalk = form.verdicts['filing.comment'] === 'allowed';
  return (
    <section
      aria-label={messages.talk.title}
      // What is written here is about the cell one comes from, also when one comes at once.
      onFocusCapture={flushLateValues}
      className="rounded border border-hairline bg-paper p-3 text-body leading-6 print:hidden"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-body font-semibold">
          <Button
            isSmall
            look="quiet"
            className="-ml-2"
            aria-expanded={isShown}
            aria-controls={bodyId}
            onClick={() => setTurned({ anchor, isOpen: !isShown })}
          >
            <span aria-hidden="true">{isShown ? '▾' : '▸'}</span>
            {messages.talk.title}
            {said.length > 0 && <span className="font-normal text-muted">{said.length}</span>}
          </Button>
        </h2>
        <FollowUpButton mark={followUp.mark} mayMark={mayTalk} isBusy={followUp.isBusy} onToggle={followUp.toggle} />
      </div>
      <ActAnswer answer={followUp.answer} className="empty:hidden" />
      {/* The room to write stays on the page, shown or not: fields that come and go are read anew by browsers that offer to fill in forms. */}
      <div id={bodyId} className={isShown ? undefined : 'hidden'}>
        {isText && <p className="text-note leading-5 text-muted">{place}</p>}
        <TalkThread
          place={place}
          said={said}
          mayWrite={mayTalk}
          text={begun[anchor] ?? ''}
          onText={onText}
          onWrite={async (text) => {
            await client.filing.comment.mutate({ filingId, anchor, text });
            await refresh();
          }}
          onResolve={async (commentId) => {
            // It does not close under whoever settles it.
            setTurned({ anchor, isOpen: true });
            await client.filing.resolveThread.mutate({ filingId, commentId });
            await refresh();
          }}
        />
        {mayTalk && <p className="pt-1 text-note leading-5 text-muted">{messages.talk.hint}</p>}
      </div>
    </section>
  );
}
