'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Conversation } from '@/server/queries/conversation';
import { whileSeen } from '../shell/while-seen';
import { useTRPCClient } from '../trpc-client';

/** A comment is no message: a minute is soon enough, and coming back to the page is at once. */
const everyMs = 60_000;

/** What people said about a filing meanwhile, asked for when the page is looked at again and every minute while it is. */
export function useFreshTalk(filingId: string, onTalk: (conversation: Conversation) => void): void {
  const client = useTRPCClient();
  const told = useEffectEvent(onTalk);
  useEffect(
    () => whileSeen({ ask: () => client.filing.conversation.query({ filingId }), onAnswer: (said) => told(said), everyMs }),
    [client, filingId],
  );
}
