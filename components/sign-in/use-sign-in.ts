'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import type { Answer } from '../shell/answer';

/** Goes through one of the two doors, and then to the person's own first page. */
export function useSignIn() {
  const { common, doors } = useMessages();
  const [entering, setEntering] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function enter(door: 'password' | 'demonstration', credentials: { username: string; password?: string }) {
    setEntering(credentials.username);
    setAnswer(null);
    try {
      const result = await signIn(door, { ...credentials, redirect: false });
      if (result?.ok && !result.error) return window.location.assign('/');
      const { refusals } = doors;
      const [code = '', number] = (result?.error ?? '').split('.');
      const text = code in refusals ? refusals[code as keyof typeof refusals] : common.internalFault;
      setAnswer({ tone: 'seal', text: number ? `${text} ${common.errorNumber(number)}` : text });
    } catch {
      setAnswer({ tone: 'seal', text: common.lostConnection });
    }
    setEntering(null);
  }

  return { enter, entering, answer };
}
