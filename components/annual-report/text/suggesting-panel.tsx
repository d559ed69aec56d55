'use client';

import { useMemo, useState } from 'react';
import { proposedChanges } from '@/server/domain/writing';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { WordDiff } from './word-diff';

/** What is about to be suggested, paragraph by paragraph, before it is sent. */
export function SuggestingPanel({
  label,
  ground,
  text,
  print,
  isBusy,
  answer,
  onSend,
  onDrop,
}: {
  /** Of which text. */
  label: string;
  ground: { text: string };
  /** As it stands in the box. */
  text: string;
  print: (stored: string) => string;
  isBusy: boolean;
  answer: Answer | null;
  onSend: (reason: string) => Promise<boolean>;
  onDrop: () => void;
}) {
  const words = useWritingMessages().editor.suggesting;
  const [reason, setReason] = useState('');
  const changes = useMemo(() => proposedChanges(ground.text, text), [ground.text, text]);
  return (
    <section
      aria-label={`${words.title}：${label}`}
      className="flex flex-col gap-2 rounded border border-act/30 bg-act-soft px-3 py-2 font-sans print:hidden"
    >
      <p className="text-body leading-6">{words.hint}</p>
      {changes.length === 0 ? (
        <p className="text-note text-muted">{words.none}</p>
      ) : (
        <>
          <p className="text-note leading-5">{words.changes(changes.length)}</p>
          <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto rounded border border-hairline bg-paper px-2 py-1 text-body leading-7">
            {changes.map((change) => (
              <li key={`${change.follows} ${change.before} ${change.after}`}>
                <WordDiff before={change.before} after={change.after} print={print} />
              </li>
            ))}
          </ul>
          <TextArea label={words.reason} rows={2} lang="zh-CN" value={reason} onChange={(event) => setReason(event.target.value)} />
          <div className="flex flex-wrap gap-2">
            <Button
              isSmall
              look="primary"
              disabled={isBusy}
              onClick={async () => {
                if (await onSend(reason)) setReason('');
              }}
            >
              {words.send(changes.length)}
            </Button>
            <Button isSmall look="quiet" onClick={onDrop}>
              {words.drop}
            </Button>
          </div>
        </>
      )}
      <ActAnswer answer={answer} className="empty:hidden" />
    </section>
  );
}
