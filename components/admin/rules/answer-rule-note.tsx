'use client';

import { useState } from 'react';
import type { OfficeRuleNote } from '@/server/queries/rule-notes';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { DialogForm } from '../dialog-form';

export function AnswerRuleNote({ note, onDone, onClose }: { note: OfficeRuleNote; onDone: () => void; onClose: () => void }) {
  const words = useWritingMessages().office.ruleNotes;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [text, setText] = useState(note.answer?.text ?? '');
  return (
    <DialogForm
      title={words.answerTitle(note.rule)}
      act={words.answer}
      isBusy={isBusy}
      answer={answer}
      onClose={onClose}
      onSubmit={async () => {
        if (await run(() => client.rules.answer.mutate({ noteId: note.id, text }), words.answered)) onDone();
      }}
    >
      <blockquote className="border-l-2 border-hairline pl-3 text-body leading-6">{note.text}</blockquote>
      <TextArea label={words.answerLabel} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
    </DialogForm>
  );
}
