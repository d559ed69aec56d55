'use client';

import { useState } from 'react';
import { maxPhraseCharacters } from '@/server/domain/workflow';
import type { PhraseLine } from '@/server/queries/phrases';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { DialogForm } from '../dialog-form';

/** A new phrase, or another wording of one. */
export function PhraseForm({ phrase, onClose }: { phrase: PhraseLine | null; onClose: () => void }) {
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
        const done = phrase
          ? await run(() => client.phrases.change.mutate({ phraseId: phrase.id, text, seen }), words.changed)
          : await run(() => client.phrases.add.mutate({ text }), words.added);
        if (done) onClose();
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
