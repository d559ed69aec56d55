'use client';

import { useState } from 'react';
import { maxCharacters } from '@/server/domain/contributions';
import { isOver } from '@/server/domain/deadlines/due-of';
import type { ContributionLine } from '@/server/queries/contributions';
import { DialogForm } from '../../admin/dialog-form';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea, TextField } from '../../ui/field';
import { useMaterial } from './material-context';

/** Opens a unit's answer again with another question, or moves the day of one that waits. */
export function AskAgainDialog({
  line,
  onDone,
  onClose,
}: {
  line: ContributionLine;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().material.ask;
  const client = useTRPCClient();
  const act = useAct();
  const { today } = useMaterial();
  const [question, setQuestion] = useState(line.question);
  const [dueOn, setDueOn] = useState(isOver(line.dueOn, today) ? today : line.dueOn);
  const submit = async () => {
    const asked = { requestId: line.id, question, dueOn, baseVersion: line.version };
    if (await act.run(() => client.contribution.askAgain.mutate(asked), words.sentAgain)) onDone(words.sentAgain);
  };
  return (
    <DialogForm
      title={words.againTitle(line.unitName)}
      act={words.send}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-body leading-6">{words.againHint}</p>
      <TextArea
        label={words.question}
        required
        rows={3}
        maxLength={maxCharacters.question}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <TextField label={words.dueOn} type="date" required min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
    </DialogForm>
  );
}
