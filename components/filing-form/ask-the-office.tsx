'use client';

import { useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { FormComment } from '@/server/queries/conversation';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { HowToReachTheOffice } from '../shell/office-contact';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';

/** The comment is read by the office, whatever language the clerk has chosen; by it the page sees that the office was asked. */
function request(count: number): string {
  return `本单位有 ${count} 格期初数未知，请办公室录入。`;
}

function isRequest(text: string): boolean {
  return /^本单位有 \d+ 格期初数未知，请办公室录入。$/.test(text);
}

/**
 * Openings that nobody knows are the office's to enter: how it is reached, and a button that asks it, as a comment on the first of
 * them, which the office reads and settles.
 *
 * @param comments of the filing: the request itself among them, while it is open
 */
export function AskTheOffice({
  filingId,
  cells,
  comments,
  mayAsk,
  onAsked,
}: {
  filingId: string;
  cells: readonly CellId[];
  comments: readonly FormComment[];
  mayAsk: boolean;
  onAsked: () => Promise<void> | void;
}) {
  const { ask } = useMessages().clerk;
  const language = useLanguage();
  const client = useTRPCClient();
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [anchor] = cells;
  const [wasSent, setWasSent] = useState(false);
  const isAsked = wasSent || comments.some((one) => one.resolvedAt === null && isRequest(one.text));
  async function send(): Promise<void> {
    if (anchor === undefined) return;
    setIsBusy(true);
    setAnswer(null);
    try {
      await client.filing.comment.mutate({ filingId, anchor, text: request(cells.length) });
      setWasSent(true);
      await onAsked();
    } catch (error) {
      setAnswer(answerOf(error, language));
    } finally {
      setIsBusy(false);
    }
  }
  return (
    <div className="text-note leading-6 text-muted">
      <HowToReachTheOffice />
      {isAsked ? (
        <p className="text-done">
          <Icon name="done" className="mr-1" />
          {ask.asked}
        </p>
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
