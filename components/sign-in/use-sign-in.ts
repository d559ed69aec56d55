'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { waitInWords } from '@/server/domain/guessing';
import { useDoorMessages } from '../messages/door-words';
import { useLanguage } from '../messages/messages-provider';
import type { Answer } from '../shell/answer';

/** Goes through one of the two doors, and then to the person's own first page. */
export function useSignIn() {
  const { common, doors } = useDoorMessages();
  const language = useLanguage();
  const [entering, setEntering] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  /** The word for why; behind it how long to wait, or the number of a fault: `not_signed_in`, `too_many.900`, `fault.<number>`. */
  function refusalText(error: string): string {
    const { refusals, heldOff } = doors;
    const [code = '', number] = error.split('.');
    if (code === 'too_many') return heldOff(waitInWords(Number(number))[language]);
    const text = code in refusals ? refusals[code as keyof typeof refusals] : common.internalFault;
    return number ? `${text} ${common.errorNumber(number)}` : text;
  }

  async function enter(door: 'password' | 'demonstration', credentials: { username: string; password?: string }) {
    setEntering(credentials.username);
    setAnswer(null);
    try {
      const result = await signIn(door, { ...credentials, redirect: false });
      if (result?.ok && !result.error) return window.location.assign('/');
      setAnswer({ tone: 'seal', text: refusalText(result?.error ?? '') });
    } catch {
      setAnswer({ tone: 'seal', text: common.lostConnection });
    }
    setEntering(null);
  }

  return { enter, entering, answer };
}
