'use client';

import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { type ContributionAnswer, isNumberStated, maxCharacters } from '@/server/domain/contributions';
import type { ContributionLine } from '@/server/queries/contributions';
import { linesField } from '../clipboard/lines-field';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { TextArea, TextField } from '../ui/field';
import { Icon } from '../ui/icon';
import { answerDraft } from './answer-draft';

/** Number, evidence and sentence; or that there was nothing of it. What is typed stays in the tab until the server has it. */
export function AnswerForm({ line, act, onDone }: { line: ContributionLine; act: ReturnType<typeof useAct>; onDone: () => void }) {
  const words = useWritingMessages().material.unit;
  const client = useTRPCClient();
  const draft = useMemo(() => answerDraft(line.id), [line.id]);
  const [typed, setTyped] = useState<ContributionAnswer | null>(null);
  useEffect(() => setTyped(draft.read()), [draft]);
  const stored = { number: line.number ?? '', evidence: line.evidence ?? '', sentence: line.sentence ?? '' };
  const answer = typed ?? stored;
  const isMend = line.state === 'answered' || line.state === 'none';
  const set = (change: Partial<ContributionAnswer>) => {
    // Over what is kept, not over what was drawn: two fields that are filled in at once (by a password manager, by a paste) are both kept.
    const next = { ...(draft.read() ?? stored), ...change };
    setTyped(next);
    draft.keep(next);
  };
  const send = async (work: () => Promise<{ version: number }>, done: string) => {
    if (!(await act.run(work, done))) return;
    draft.drop();
    setTyped(null);
    onDone();
  };
  const asked = { requestId: line.id, baseVersion: line.version };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(() => client.contribution.answer.mutate({ ...asked, ...answer }), words.answered);
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3 pt-3">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-x-4 gap-y-3 max-md:grid-cols-1">
        <TextField
          label={words.number}
          hint={words.numberHint}
          maxLength={maxCharacters.number}
          autoComplete="off"
          value={answer.number}
          onChange={(event) => set({ number: event.target.value })}
        />
        <TextField
          label={words.evidence}
          hint={words.evidenceHint}
          maxLength={maxCharacters.evidence}
          autoComplete="off"
          value={answer.evidence}
          onChange={(event) => set({ evidence: event.target.value })}
        />
      </div>
      <TextArea
        label={words.sentence}
        hint={words.sentenceHint}
        rows={3}
        maxLength={maxCharacters.sentence}
        value={answer.sentence}
        {...linesField}
        onChange={(event) => set({ sentence: event.target.value })}
      />
      {answer.sentence !== '' && !isNumberStated(answer) && (
        <p className="text-body text-confirm">
          <Icon name="confirm" className="mr-1" />
          {words.numberNotSaid}
        </p>
      )}
      <ActAnswer answer={act.answer} className="empty:hidden" />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={act.isBusy} aria-label={words.answerOf(line.question)}>
          {isMend ? words.mend : words.answer}
        </Button>
        <Button
          disabled={act.isBusy || line.state === 'none'}
          aria-label={words.nothingOf(line.question)}
          onClick={() => void send(() => client.contribution.answerNothing.mutate(asked), words.saidNothing)}
        >
          {words.nothing}
        </Button>
        {typed && <span className="text-note text-muted">{words.kept}</span>}
      </div>
    </form>
  );
}
