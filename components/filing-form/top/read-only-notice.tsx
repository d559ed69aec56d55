'use client';

import { useMessages } from '../../messages/messages-provider';
import { Notice } from '../../ui/notice';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** Why nothing can be typed here, in a plain sentence. */
export function ReadOnlyNotice() {
  const { store } = useFiling();
  const { readOnly } = useMessages().clerk;
  const { verdicts, status, isPractice } = useLateValue(store.form);
  // The band of a practice that is over says so itself.
  // A due day that is over says so itself.
  if (verdicts['filing.edit'] === 'allowed' || verdicts['filing.edit'] === 'past_due' || (isPractice && status === 'locked')) return null;
  const isState = verdicts['filing.edit'] === 'wrong_status' && status !== 'open' && status !== 'returned';
  return (
    <Notice tone="act" className="mb-3">
      {isState ? readOnly[status] : readOnly.notYours}
    </Notice>
  );
}
