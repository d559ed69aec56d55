import { useCallback, useState } from 'react';
import type { FormFollowUp } from '@/server/queries/conversation';
import { useLanguage } from '../../messages/messages-provider';
import { type Answer, answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';
import { useValue } from '../store/value';

/** The follow-up mark of a place, and Alt+M that sets it or takes it off. */
export function useFollowUp(anchor: string | null) {
  const { store, refresh } = useFiling();
  const client = useTRPCClient();
  const language = useLanguage();
  const form = useValue(store.form);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const mark: FormFollowUp | null = form.followUps.find((one) => one.anchor === anchor) ?? null;
  const isMarked = mark !== null;
  const mayMark = form.verdicts['filing.comment'] === 'allowed';
  const { filingId } = form;
  const toggle = useCallback(() => {
    if (!anchor || !mayMark) return;
    setIsBusy(true);
    setAnswer(null);
    client.filing.markFollowUp
      .mutate({ filingId, anchor, isMarked: !isMarked })
      .then(refresh)
      .catch((error: unknown) => setAnswer(answerOf(error, language)))
      .finally(() => setIsBusy(false));
  }, [client, refresh, language, filingId, anchor, isMarked, mayMark]);
  useShortcut('KeyM', toggle);
  return { mark, isBusy, answer, toggle };
}
