import { useRouter } from 'next/navigation';
import { useContext, useEffect, useEffectEvent, useState } from 'react';
import type { DraftRemark } from '@/server/queries/review';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { type Answer, answerOf } from '../shell/answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { KeptOwner } from '../ui/kept-owner';
import { newId } from '../ui/new-id';
import { carryKeptRemarks } from './kept-in-the-tab';

/**
 * The remarks its reader has pinned to a submission, kept by the server until the return. One is on the screen at once; where the server
 * will not take it, it is off again and `answer` says why.
 */
export function useDraftRemarks(
  { filingId, submissionNumber, mayPin }: { filingId: string; submissionNumber: number; mayPin: boolean },
  stored: readonly DraftRemark[],
) {
  const client = useTRPCClient();
  const router = useRouter();
  const language = useLanguage();
  const { review } = useWritingMessages();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { run, isBusy } = useAct({ onAnswer: setAnswer });
  const owner = useContext(KeptOwner);
  const carry = useEffectEvent(() => {
    const kept = { owner, filingId, submissionNumber, storage: () => sessionStorage };
    carryKeptRemarks({ ...kept, pin: (draft) => client.review.pinRemark.mutate({ filingId, ...draft }) })
      .then((carried) => carried > 0 && router.refresh())
      .catch((error: unknown) => setAnswer(answerOf(error, language)));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filing is another tab's worth of remarks
  useEffect(() => {
    if (mayPin) carry();
  }, [filingId, mayPin]);
  /** What was done here to the stored ones, until the page knows it from the server. */
  const [done, setDone] = useState<{ over: readonly DraftRemark[]; pinned: readonly DraftRemark[]; gone: readonly string[] }>({
    over: stored,
    pinned: [],
    gone: [],
  });
  const now = done.over === stored ? done : { over: stored, pinned: done.pinned.filter((one) => !isIn(stored, one.id)), gone: done.gone };
  const remarks = [...stored, ...now.pinned].filter((remark) => !now.gone.includes(remark.id));
  return {
    remarks,
    answer,
    isBusy,
    /** @returns whether the server has it: what was written stays with its writer until then */
    async pin(anchor: string, text: string): Promise<boolean> {
      const draft = { id: newId(), anchor, text };
      setDone({ ...now, pinned: [...now.pinned, draft] });
      const kept = await run(() => client.review.pinRemark.mutate({ filingId, draftId: draft.id, anchor, text }), review.pinned);
      if (!kept) setDone((was) => ({ ...was, pinned: was.pinned.filter((one) => one.id !== draft.id) }));
      return kept !== null;
    },
    async unpin(id: string): Promise<void> {
      setDone({ ...now, gone: [...now.gone, id] });
      const isOff = await run(() => client.review.unpinRemark.mutate({ filingId, draftId: id }), review.unpinned);
      if (!isOff) setDone((was) => ({ ...was, gone: was.gone.filter((one) => one !== id) }));
    },
    takeOver: (from: string) => run(() => client.review.takeOverRemarks.mutate({ filingId, from }), review.takenOver),
    /** They went out. */
    clear: () => setDone({ over: stored, pinned: [], gone: remarks.map((remark) => remark.id) }),
  };
}

function isIn(drafts: readonly DraftRemark[], id: string): boolean {
  return drafts.some((draft) => draft.id === id);
}
