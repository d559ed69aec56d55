'use client';

import { useState } from 'react';
import { useLanguage } from '../messages/messages-provider';
import { type Answer, answerOf } from '../shell/answer';

/** Leaves for the office's identity provider, or says why not. */
export function useGoToProvider() {
  const language = useLanguage();
  const [isGoing, setIsGoing] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const go = async (ask: () => Promise<{ location: string }>) => {
    setIsGoing(true);
    setAnswer(null);
    try {
      const { location } = await ask();
      window.location.assign(location);
    } catch (error) {
      setAnswer(answerOf(error, language));
      setIsGoing(false);
    }
  };
  return { go, isGoing, answer };
}
