'use client';

import { useState } from 'react';
import type { FormRemark } from '@/server/queries/conversation';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { type Answer, answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useFiling } from '../filing-context';
import { untilSent } from '../outbox/until-sent';

/** 已改, or 不改 with the reason. */
export function RemarkAnswer({
  remark,
  place,
  onAnswer,
  onDone,
}: {
  remark: FormRemark;
  place: string;
  onAnswer: (answer: Answer | null) => void;
  onDone: () => void;
}) {
  const { store, outbox, refresh } = useFiling();
  const { remarks: words } = useMessages().clerk;
  const language = useLanguage();
  const client = useTRPCClient();
  const [choice, setChoice] = useState<'changed' | 'not_changed' | null>(remark.answer);
  const [text, setText] = useState(remark.answerText ?? '');
  const [isBusy, setIsBusy] = useState(false);

  async function send(): Promise<void> {
    if (!choice) return;
    setIsBusy(true);
    onAnswer(null);
    try {
      store.commit();
      const { filingId } = store.form.get();
      // 已改 is checked against what has arrived.
      await untilSent(outbox(), filingId);
      await client.filing.answerRemark.mutate({ filingId, remarkId: remark.id, answer: choice, text });
      await refresh();
      onDone();
    } catch (error) {
      onAnswer(answerOf(error, language));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <fieldset
      aria-label={`${words.answerTitle}${words.colon}${place}`}
      className="mt-1 rounded border border-hairline bg-desk px-3 pt-1.5 pb-3"
    >
      <p className="text-note leading-6 font-semibold">{words.answerTitle}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {(['changed', 'not_changed'] as const).map((one) => (
          <label key={one} className="inline-flex min-h-9 items-center gap-1.5">
            <input type="radio" name={`answer-${remark.id}`} checked={choice === one} onChange={() => setChoice(one)} className="size-4" />
            {one === 'changed' ? words.changed : words.notChanged}
          </label>
        ))}
        {choice && (
          <TextField
            label={choice === 'not_changed' ? words.reasonLabel : words.noteLabel}
            className="min-w-72 flex-1"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <Button onClick={send} disabled={isBusy || !choice || (choice === 'not_changed' && text.trim() === '')}>
          {words.answer}
        </Button>
      </div>
    </fieldset>
  );
}
