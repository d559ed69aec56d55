'use client';

import { useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { HowToReachTheOffice } from '../shell/office-contact';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';

/**
 * Openings that nobody knows are the office's to enter: how it is reached, and a button that asks it, as a comment on the first of
 * them, which the office reads and settles.
 *
 * @param isAsked an open comment stands there already
 */
export function AskTheOffice({
  filingId,
  cells,
  isAsked,
  mayAsk,
  onAsked,
}: {
  filingId: string;
  cells: readonly CellId[];
  isAsked: boolean;
  mayAsk: boolean;
  onAsked: () => Promise<void> | void;
}) {
  const { ask } = useMessages().clerk;
  const language = useLanguage();
  const client = useTRPCClient();
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [anchor] = cells;
  async function send(): Promise<void> {
    if (anchor === undefined) return;
    setIsBusy(true);
    setAnswer(null);
    try {
      await client.filing.comment.mutate({ filingId, anchor, text: ask.text(cells.length) });
      await onAsked();
    } catch (error) {
      setAnswer(answerOf(error, language));
    } finally {
      setIsBusy(false);
    }
  }
  return (
    <div className="text-[14px] leading-6 text-muted">
      <HowToReachTheOffice />
      {isAsked ? (
        <p className="text-done">✓ {ask.asked}</p>
      ) : (
        mayAsk && (
          <Button isSmall className="mt-1" disabled={isBusy} onClick={send}>
            {ask.act}
          </Button>
        )
      )}
      <ActAnswer answer={answer} className="empty:hidden" />
    </div>
  );
}
