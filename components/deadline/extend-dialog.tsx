'use client';

import { useState } from 'react';
import {
  type Extension,
  type ExtensionAsk,
  isOver,
  maxReasonCharacters,
  passedStatutoryDay,
  usualExtension,
} from '@/server/domain/deadlines';
import type { Day } from '@/server/domain/periods';
import { DialogForm } from '../admin/dialog-form';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { TextArea, TextField } from '../ui/field';
import { Notice } from '../ui/notice';

/** A unit's quarter whose day is to be another. */
export interface Extendable {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  dueOn: Day;
  extension: Extension | null;
  ask: (ExtensionAsk & { by: string }) | null;
}

/** The office gives a unit another day, or answers what it asked for: with the day and the reason of the asking, one press grants it. */
export function ExtendDialog({
  of,
  today,
  onClose,
  onDone,
}: {
  of: Extendable;
  today: Day;
  onClose: () => void;
  onDone: (sentence: string) => Promise<void> | void;
}) {
  const { office, common } = useWritingMessages();
  const words = office.extensions;
  const language = useLanguage();
  const client = useTRPCClient();
  const act = useAct();
  const { filingId, unitName, year, quarter, dueOn, extension, ask } = of;
  const [until, setUntil] = useState(ask && !isOver(ask.until, today) ? ask.until : usualExtension(dueOn, today));
  const [reason, setReason] = useState(ask?.reason ?? extension?.reason ?? '');
  const [isMeant, setIsMeant] = useState(false);
  const passed = passedStatutoryDay(year, until);
  const sentence = words.done(unitName, until);
  const send = async () => {
    const asked = { filingId, until, reason, seen: extension?.until ?? null, isPastStatutoryMeant: isMeant };
    if (!(await act.run(() => client.deadline.extend.mutate(asked), sentence))) return;
    await onDone(sentence);
    onClose();
  };
  return (
    <DialogForm
      title={words.dialogTitle(unitName, common.period(year, quarter))}
      act={ask ? words.grant : extension ? words.change : words.give}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="text-body leading-6">{words.now(dueOn)}</p>
      {ask && <Notice tone="act">{words.asks(ask.by, ask.until, ask.reason)}</Notice>}
      <TextField label={words.newDay} type="date" required min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={maxReasonCharacters}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {passed && (
        <>
          <Notice tone="confirm">{words.passes(passed.day, passed.says[language])}</Notice>
          <label className="flex items-start gap-2 text-body leading-6 text-confirm">
            <input
              type="checkbox"
              className="mt-1 size-4 accent-act"
              checked={isMeant}
              onChange={(event) => setIsMeant(event.target.checked)}
            />
            <span>{words.meant}</span>
          </label>
        </>
      )}
    </DialogForm>
  );
}
