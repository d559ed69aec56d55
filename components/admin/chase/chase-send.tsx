'use client';

import { type FormEvent, useState } from 'react';
import { maxChaseWords } from '@/server/domain/notices/chase';
import { noticeLine } from '@/server/domain/notices/notice-line';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { dataOf, useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { newId } from '../../ui/new-id';
import { Sheet } from '../../ui/page';
import { chaseInParts, justChasedIn, type Sent } from './chase-parts';
import type { Tellable } from './tellable';

/** What the clerks of the chosen units will read, with a sentence of the office's own; and the act. */
export function ChaseSend({
  picked,
  period,
  onSent,
}: {
  picked: readonly Tellable[];
  /** `2026Q3`, as notices name it. */
  period: string;
  /** For these filings it is done. */
  onSent: (filingIds: readonly string[]) => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.chase;
  const language = useLanguage();
  const client = useTRPCClient();
  const act = useAct();
  const [added, setAdded] = useState('');
  const [changeId, setChangeId] = useState(newId);
  // What is meant once more is meant of the units that were seen: with any other choice it is asked anew.
  const [meant, setMeant] = useState<string | null>(null);
  const [toldOf, setToldOf] = useState<ReadonlySet<string>>(new Set());
  const just = picked.filter((unit) => unit.isJustChased || toldOf.has(unit.filingId));
  const choice = [picked, just].map((units) => units.map((unit) => unit.filingId).join(' ')).join('|');
  const isAgain = meant === choice;
  if (meant !== null && !isAgain) setMeant(null);
  const [first] = picked;
  const answer = ({ chased, notChased, done, failure }: Sent): Answer => {
    const why = failure && answerOf(failure.error, language);
    if (why && done.length === 0) return why;
    const left = (reason: 'sent' | 'no_clerk') => notChased.filter((one) => one.why === reason).map((one) => one.unitName);
    const [wasSent, noClerk] = [left('sent'), left('no_clerk')];
    const lines = [
      words.sent(chased),
      ...(wasSent.length > 0 ? [words.leftSent(wasSent.join(common.listComma))] : []),
      ...(noClerk.length > 0 ? [words.leftNoClerk(noClerk.join(common.listComma))] : []),
      ...(why ? [words.stopped(picked.length - done.length, why.text)] : []),
    ];
    return { ...(why ?? { tone: 'done' }), text: lines.join('\n') };
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const again = new Set(isAgain ? just.map((unit) => unit.filingId) : []);
    const sent = await act.run(async () => {
      const all = await chaseInParts(picked, again, (part) => client.chase.send.mutate({ ...part, words: added, changeId }));
      // Nothing came back: there is nothing to load anew either.
      if (all.failure && all.done.length === 0 && dataOf(all.failure.error) === undefined) throw all.failure.error;
      return all;
    }, answer);
    if (!sent) return;
    const { done, failure } = sent.result;
    if (!failure) setChangeId(newId());
    setToldOf(new Set(failure ? justChasedIn(failure.error) : []));
    onSent(done);
  };
  return (
    <Sheet title={words.send}>
      <form method="post" onSubmit={send} className="flex flex-col gap-3">
        <p className="text-body font-medium">{words.chosen(picked.length)}</p>
        <TextArea
          label={words.words}
          hint={words.wordsHint}
          rows={2}
          maxLength={maxChaseWords}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
        />
        {first && (
          <div className="rounded border border-hairline bg-desk px-3 py-2 text-body leading-6">
            <p className="text-note text-muted">{words.text}</p>
            <p>
              {noticeLine({ kind: 'chased', unitName: first.unitName, period, day: first.dueOn, words: added.trim() || null })[language]}
            </p>
          </div>
        )}
        {just.length > 0 && (
          <label className="flex items-start gap-2 text-body leading-6 text-confirm">
            <input type="checkbox" className="mt-1 size-4" checked={isAgain} onChange={() => setMeant(isAgain ? null : choice)} />
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
