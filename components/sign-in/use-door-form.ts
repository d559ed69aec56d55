'use client';

import { type FormEvent, useState } from 'react';
import { useLanguage } from '../messages/messages-provider';
import { type Answer, answerOf } from '../shell/answer';

interface DoorForm {
  isBusy: boolean;
  isDone: boolean;
  answer: Answer | null;
  submit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
}

/** What a form behind a one-time link knows: under way, done, or why not. @param send does it, with the field of that name */
export function useDoorForm(send: (textOf: (name: string) => string) => Promise<unknown>): DoorForm {
  const language = useLanguage();
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setIsBusy(true);
    setAnswer(null);
    try {
      await send((name) => String(given.get(name)));
      setIsDone(true);
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
    setIsBusy(false);
  };
  return { isBusy, isDone, answer, submit };
}
