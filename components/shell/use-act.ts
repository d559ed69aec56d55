'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState, useTransition } from 'react';
import { useLanguage } from '../messages/messages-provider';
import { type Answer, answerOf } from './answer';
import { type ChangedSince, changedSinceIn } from './changed-since';

/**
 * One act of a person at one place of a page: while it runs its button rests, and then it is answered there, done or not.
 * What the server knows anew is loaded into the page, also when the act was refused because of it: `changed` then says what
 * that is, until the person goes on. What was done in part says so in an answer of its own. `onAnswer` takes the answer where the act itself has no room for it.
 */
export function useAct(options: { onAnswer?: (answer: Answer | null) => void } = {}) {
  const router = useRouter();
  const language = useLanguage();
  const [isRunning, setIsRunning] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [own, setOwn] = useState<Answer | null>(null);
  const [changed, setChanged] = useState<ChangedSince | null>(null);
  const setAnswer = options.onAnswer ?? setOwn;

  async function run<T>(act: () => Promise<T>, done: string | ((result: T) => string | Answer)): Promise<{ result: T } | null> {
    setIsRunning(true);
    setAnswer(null);
    setChanged(null);
    try {
      const result = await act();
      const said = typeof done === 'string' ? done : done(result);
      setAnswer(typeof said === 'string' ? { tone: 'done', text: said } : said);
      startRefresh(() => router.refresh());
      return { result };
    } catch (error) {
      setAnswer(answerOf(error, language));
      const since = changedSinceIn(error);
      setChanged(since);
      if (since) startRefresh(() => router.refresh());
      return null;
    } finally {
      setIsRunning(false);
    }
  }

  const goOn = useCallback(() => setChanged(null), []);
  return { run, isBusy: isRunning || isRefreshing, answer: own, changed, goOn };
}
