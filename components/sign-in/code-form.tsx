'use client';

import { type FormEvent, useRef } from 'react';
import { useDoorMessages } from '../messages/door-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Button } from '../ui/button';
import { CodeField } from './code-field';

/** The second step: a code, after a password that was right. */
export function CodeForm({
  isBusy,
  answer,
  onCode,
  onBack,
}: {
  isBusy: boolean;
  answer: Answer | null;
  onCode: (code: string) => Promise<void>;
  onBack: () => void;
}) {
  const { doors } = useDoorMessages();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    await onCode(String(new FormData(event.currentTarget).get('code')));
    // A code that was refused is of no use: the next one is typed into an empty field.
    form.current?.reset();
  };
  return (
    <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
      <CodeField label={doors.code} hint={doors.codeHint} autoFocus />
      <ActAnswer answer={answer} className="empty:-mb-4" />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? doors.signingIn : doors.codeAct}
        </Button>
        <Button onClick={onBack}>{doors.codeBack}</Button>
      </div>
    </form>
  );
}
