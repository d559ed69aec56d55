'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { waitInWords } from '@/server/domain/guessing';
import { useDoorMessages } from '../messages/door-words';
import { useLanguage } from '../messages/messages-provider';
import type { Answer } from '../shell/answer';

/** The doors of next-auth. `code` is the second step of `password`, for whoever has a second factor. */
type Door = 'password' | 'code' | 'demonstration';

/**
 * Goes through one of the doors, and then to what was wanted before it, or to the person's own first page.
 *
 * @param to a page of ours with its query; the place in it stays behind # in the browser's own address
 */
export function useSignIn(to: string | null) {
  const { common, doors } = useDoorMessages();
  const language = useLanguage();
  const [entering, setEntering] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  /** The password was right, and a code is asked for. */
  const [isHalfway, setIsHalfway] = useState(false);

  /** The word for why; behind it how long to wait, or the number of a fault: `not_signed_in`, `too_many.900`, `fault.<number>`. */
  function refusalText(door: Door, error: string): string {
    const refusals = door === 'code' ? { ...doors.refusals, ...doors.codeRefusals } : doors.refusals;
    const heldOff = door === 'code' ? doors.codeHeldOff : doors.heldOff;
    const [code = '', number] = error.split('.');
    if (code === 'too_many') return heldOff(waitInWords(Number(number))[language]);
    const text = code in refusals ? refusals[code as keyof typeof refusals] : common.internalFault;
    return number ? `${text} ${common.errorNumber(number)}` : text;
  }

  async function enter(door: Door, credentials: { username: string; password?: string } | { code: string }) {
    setEntering('username' in credentials ? credentials.username : door);
    setAnswer(null);
    try {
      const result = await signIn(door, { ...credentials, redirect: false });
      if (result?.ok && !result.error) return window.location.assign(to === null ? '/' : to + window.location.hash);
      const error = result?.error ?? '';
      const isOver = door === 'code' && error === 'not_signed_in';
      if (error === 'second_factor') setIsHalfway(true);
      else setAnswer({ tone: 'wrong', text: refusalText(door, error) });
      if (isOver) setIsHalfway(false);
    } catch {
      setAnswer({ tone: 'wrong', text: common.lostConnection });
    }
    setEntering(null);
  }

  function startOver() {
    setIsHalfway(false);
    setAnswer(null);
  }

  return { enter, entering, answer, isHalfway, startOver };
}
