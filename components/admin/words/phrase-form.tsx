'use client';

import { useState } from 'react';
import { maxPhraseCharacters } from '@/server/domain/workflow';
import type { PhraseLine } from '@/server/queries/phrases';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { tellMade } from '../../ui/made';
import { DialogForm } from '../dialog-form';

/** A new phrase, or another wording of one. */
export function PhraseForm({
  phrase,
  onDone,
  onClose,
}: {
  phrase: PhraseLine | null;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().office.phrases;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [seen] = useState(phrase?.text ?? '');
  const [text, setText] = useState(seen);
  return (
    <DialogForm
      title={phrase ? words.changeTitle : words.addTitle}
      act={phrase ? words.changeAct : words.addAct}
      isBusy={isBusy}
      answer={answer}
      onClose={onClose}
      onSubmit={async () => {
        const sentence = phrase ? words.changed : words.added;
        const done = await run(async () => {
          if (phrase) await client.phrases.change.mutate({ phraseId: phrase.id, text, seen });
          else tellMade((await client.phrases.add.mutate({ text })).id);
        }, sentence);
        if (done) onDone(sentence);
      }}
    >
      <TextArea
        label={words.label}
        hint={words.hint(maxPhraseCharacters)}
        lang="zh-CN"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </DialogForm>
  );
}
