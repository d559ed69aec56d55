'use client';

import clsx from 'clsx';
import { useState } from 'react';
import type { FormRemark } from '@/server/queries/conversation';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { placeOf } from '../../talk/place-of';
import { RemarkReplies } from '../../talk/remark-replies';
import { useTRPCClient } from '../../trpc-client';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';
import { RemarkAnswer } from './remark-answer';

/** Why the filing came back, and its points one by one: go there, mend or explain, answer. Folded, the title still says how many are answered. */
export function ReturnList() {
  const { store } = useFiling();
  const { clerk } = useMessages();
  const form = useLateValue(store.form);
  const isDecided = form.returnReason !== null;
  const newest = isDecided ? form.submissionNumber : Math.max(0, ...form.remarks.map((remark) => remark.submissionNumber));
  const points = form.remarks.filter((remark) => remark.submissionNumber === newest || remark.answer === null);
  if (form.status !== 'returned' || (points.length === 0 && !isDecided)) return null;
  // A return has a remark at least; without one on the newest submission it was an unlock.
  const isUnlocked = isDecided && !form.remarks.some((remark) => remark.submissionNumber === newest);
  const title = isUnlocked ? clerk.remarks.unlockedTitle(newest) : clerk.remarks.title(newest);
  const answered = points.filter((remark) => remark.answer !== null).length;
  return (
    <section aria-label={title} className="mb-2 rounded border border-confirm/40 bg-paper">
      <details open>
        <summary className="cursor-pointer bg-confirm-soft px-4 py-1.5 text-head text-confirm">
          <h2 className="mr-3 inline font-semibold">{title}</h2>
          {points.length > 0 && (
            <Badge tone={answered === points.length ? 'done' : 'confirm'}>{clerk.remarks.progress(answered, points.length)}</Badge>
          )}
        </summary>
        <div className={clsx('bg-confirm-soft px-4 pb-2', points.length > 0 && 'border-b border-confirm/30')}>
          {form.returnReason && (
            <p className="text-body leading-6">
              {clerk.remarks.labelled(isUnlocked ? clerk.remarks.unlockReason : clerk.remarks.reason, form.returnReason)}
            </p>
          )}
          {isUnlocked && <p className="text-note leading-6 text-muted">{clerk.remarks.unlockedHint}</p>}
        </div>
        {points.length > 0 && (
          <div className="px-4 py-2">
            <h3 className="text-body font-semibold">{clerk.remarks.list}</h3>
            <ul aria-label={clerk.remarks.list}>
              {points.map((remark) => (
                <RemarkPoint key={remark.id} remark={remark} />
              ))}
            </ul>
          </div>
        )}
      </details>
    </section>
  );
}

function RemarkPoint({ remark }: { remark: FormRemark }) {
  const { store, goTo, refresh } = useFiling();
  const client = useTRPCClient();
  const messages = useMessages();
  const { remarks: words } = messages.clerk;
  const [isAgain, setIsAgain] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const place = placeOf(store.format, remark.anchor, messages);
  const { filingId, verdicts } = store.form.get();
  const mayAnswer = verdicts['filing.answer_remark'] === 'allowed';
  return (
    <li className="border-t border-hairline py-2 text-body leading-6 first:border-t-0">
      <p>
        <button
          type="button"
          aria-label={words.go(place)}
          onClick={() => goTo(remark.anchor, remark.quote)}
          className="min-h-6 text-left font-medium text-act underline underline-offset-2"
        >
          {place}
        </button>
        {words.colon}
        {remark.text} <span className="text-note text-muted">{words.by(remark.writtenBy, momentText(remark.writtenAt))}</span>
      </p>
      {remark.quote && <blockquote className="my-0.5 border-l-2 border-hairline pl-3 font-serif text-muted">{remark.quote}</blockquote>}
      <RemarkReplies
        remark={remark}
        place={place}
        mayReply={verdicts['filing.comment'] === 'allowed'}
        onReply={async (text) => {
          await client.filing.replyToRemark.mutate({ filingId, remarkId: remark.id, text });
          await refresh();
        }}
      />
      {remark.answer && !isAgain && (
        <p className="text-done">
          ✓ {words.answered(remark.answer)}
          {remark.answerText && `${words.colon}${remark.answerText}`}
          {mayAnswer && (
            <button type="button" onClick={() => setIsAgain(true)} className="ml-3 min-h-6 text-act underline underline-offset-2">
              {words.again}
            </button>
          )}
        </p>
      )}
      {mayAnswer && (!remark.answer || isAgain) && (
        <RemarkAnswer remark={remark} place={place} onAnswer={setAnswer} onDone={() => setIsAgain(false)} />
      )}
      <ActAnswer answer={answer} />
    </li>
  );
}
