'use client';

import { useState } from 'react';
import type { Answers } from '@/server/api/root';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { BulkDialog } from './bulk-dialog';
import type { QueueAsked } from './queue-address';

/** The clean submissions of all pages: they are listed before any is approved, and only what is listed is. */
export function BulkOfAll({ asked }: { asked: QueueAsked }) {
  const { bulk } = useWritingMessages().review;
  const isSearched = asked.search !== '';
  const client = useTRPCClient();
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [listed, setListed] = useState<Answers['review']['clean'] | null>(null);
  const list = async () => {
    setIsAsking(true);
    setAnswer(null);
    try {
      const clean = await client.review.clean.query(asked);
      if (clean.of > 0) setListed(clean);
      else setAnswer({ tone: 'done', text: bulk.noneInAll });
    } catch (error) {
      setAnswer(answerOf(error, language));
    } finally {
      setIsAsking(false);
    }
  };
  return (
    <>
      <Button disabled={isAsking} onClick={list}>
        {bulk.listAll(isSearched)}
      </Button>
      <ActAnswer answer={answer} working={isAsking ? bulk.listAll(isSearched) : null} />
      {listed && <BulkDialog items={listed.submissions} beyond={listed.of - listed.submissions.length} onClose={() => setListed(null)} />}
    </>
  );
}
