import { useCallback, useState } from 'react';
import type { FormFollowUp } from '@/server/queries/conversation';
import { useLanguage } from '../../messages/messages-provider';
import { type Answer, answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/**
 * The follow-up mark of a place, and Alt+M that sets it or takes it off.
 *
 * @param anchor the place that is shown
 * @param anchorNow the place one is in: what is shown follows a moment later
 */
export function useFollowUp(anchor: string | null, anchorNow: () => string | null) {
  const { store, refresh } = useFiling();
  const client = useTRPCClient();
  const language = useLanguage();
  const form = useLateValue(store.form);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const mark: FormFollowUp | null = form.followUps.find((one) => one.anchor === anchor) ?? null;
  const toggle = useCallback(() => {
    const now = store.form.get();
    const place = anchorNow();
    if (!place || now.verdicts['filing.comment'] !== 'allowed') return;
    setIsBusy(true);
    setAnswer(null);
    client.filing.markFollowUp
      .mutate({ filingId: now.filingId, anchor: place, isMarked: !now.followUps.some((one) => one.anchor === place) })
      .then(refresh)
      .catch((error: unknown) => setAnswer(answerOf(error, language)))
      .finally(() => setIsBusy(false));
  }, [client, refresh, language, store, anchorNow]);
  useShortcut('KeyM', toggle);
  return { mark, isBusy, answer, toggle };
}
