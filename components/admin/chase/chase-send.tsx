'use client';

import { type FormEvent, useState } from 'react';
import { maxChaseWords } from '@/server/domain/notices/chase';
import { kindsOfNotice } from '@/server/domain/notices/notice-kinds';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { newId } from '../../ui/new-id';
import { Sheet } from '../../ui/page';
import type { Tellable } from './tellable';

/** As many as the server takes at once. */
const atOnce = 200;

/** What the clerks of the chosen units will read, with a sentence of the office's own; and the act. */
export function ChaseSend({ picked, period, onSent }: { picked: readonly Tellable[]; period: string; onSent: () => void }) {
  const { common, office } = useWritingMessages();
  const words = office.chase;
  const language = useLanguage();
  const client = useTRPCClient();
  const act = useAct();
  const [added, setAdded] = useState('');
  const [isAgain, setIsAgain] = useState(false);
  const [changeId, setChangeId] = useState(newId);
  const just = picked.filter((unit) => unit.isJustChased);
  const [first] = picked;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await act.run(
      () => chase(picked, (part) => client.chase.send.mutate({ ...part, words: added, changeId }), isAgain),
      ({ chased, notChased }) => {
        const left = (why: 'sent' | 'no_clerk') => notChased.filter((one) => one.why === why).map((one) => one.unitName);
        const [wasSent, noClerk] = [left('sent'), left('no_clerk')];
        return [
          words.sent(chased),
          ...(wasSent.length > 0 ? [words.leftSent(wasSent.join(common.listComma))] : []),
          ...(noClerk.length > 0 ? [words.leftNoClerk(noClerk.join(common.listComma))] : []),
        ].join('\n');
      },
    );
    if (!sent) return;
    setIsAgain(false);
    setChangeId(newId());
    onSent();
  };
  return (
    <Sheet title={words.send}>
      <form method="post" onSubmit={send} className="flex flex-col gap-3">
        <p className="text-[15px] font-medium">{words.chosen(picked.length)}</p>
        <TextArea
          label={words.words}
          hint={words.wordsHint}
          rows={2}
          maxLength={maxChaseWords}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
        />
        {first && (
          <div className="rounded border border-hairline bg-desk px-3 py-2 text-[14px] leading-6">
            <p className="text-[13px] text-muted">{words.text}</p>
            <p>
              {words.example(`${first.unitName} ${period}`, kindsOfNotice.chased.words(first.dueOn)[language])}
              {added.trim() !== '' && `${language === 'zh' ? '。' : '. '}${added.trim()}`}
            </p>
          </div>
        )}
        {just.length > 0 && (
          <label className="flex items-start gap-2 text-[15px] leading-6 text-confirm">
            <input type="checkbox" className="mt-1 size-4" checked={isAgain} onChange={() => setIsAgain(!isAgain)} />
            {words.again(just.length)}
          </label>
        )}
        <ActAnswer answer={act.answer} className="whitespace-pre-line empty:hidden" />
        <div>
          <Button type="submit" look="primary" disabled={act.isBusy || picked.length === 0 || (just.length > 0 && !isAgain)}>
            {words.act(picked.length)}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

type Sent = { chased: number; notChased: { unitName: string; why: 'sent' | 'no_clerk' }[] };

/** Part by part, as many as are taken at once. */
async function chase(
  picked: readonly Tellable[],
  send: (part: { filingIds: string[]; again: string[] }) => Promise<Sent>,
  isAgain: boolean,
): Promise<Sent> {
  const all: Sent = { chased: 0, notChased: [] };
  for (let from = 0; from < picked.length; from += atOnce) {
    const part = picked.slice(from, from + atOnce);
    const again = isAgain ? part.filter((unit) => unit.isJustChased).map((unit) => unit.filingId) : [];
    const { chased, notChased } = await send({ filingIds: part.map((unit) => unit.filingId), again });
    all.chased += chased;
    all.notChased.push(...notChased);
  }
  return all;
}
