'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Conversation } from '@/server/queries/conversation';
import { useTRPCClient } from '../trpc-client';

/** A comment is no message: a minute is soon enough, and coming back to the page is at once. */
const everyMs = 60_000;

/** What people said about a filing meanwhile, asked for when the page is looked at again and every minute while it is. */
export function useFreshTalk(filingId: string, onTalk: (conversation: Conversation) => void): void {
  const client = useTRPCClient();
  const told = useEffectEvent(onTalk);
  useEffect(() => {
    let isAsking = false;
    let isGone = false;
    const ask = async () => {
      if (isAsking || document.visibilityState === 'hidden') return;
      isAsking = true;
      try {
        const conversation = await client.filing.conversation.query({ filingId });
        if (!isGone) told(conversation);
      } catch {
        // No network, or no session: the page says so where it matters, and the next minute asks again.
      } finally {
        isAsking = false;
      }
    };
    const look = () => void ask();
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      isGone = true;
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, filingId]);
}
