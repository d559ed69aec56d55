'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { Answers } from '@/server/api/root';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { answerOf } from '../shell/answer';
import { ImpactView } from './impact-view';

/** After the last key, before the server is asked. */
const restMilliseconds = 500;

/**
 * What a change would move, before it is saved. Asked anew when the change is another one; saving is possible meanwhile.
 *
 * @param change names the change; empty: there is nothing to ask about yet
 */
export function ImpactPreview({ change, ask }: { change: string; ask: () => Promise<Answers['slip']['impact']> }) {
  const { signing } = useWritingMessages();
  const language = useLanguage();
  const [shown, setShown] = useState<{ of: string; impacts: Answers['slip']['impact'] | null; refused: string }>({
    of: '',
    impacts: null,
    refused: '',
  });
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (change === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      askNow().then(
        (impacts) => isWanted && setShown({ of: change, impacts, refused: '' }),
        (error: unknown) => isWanted && setShown({ of: change, impacts: null, refused: answerOf(error, language).text }),
      );
    }, restMilliseconds);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [change, language]);
  if (change === '') return null;
  return (
    <section aria-label={signing.impact.title} aria-live="polite" className="rounded border border-hairline bg-desk/60 px-3 py-2">
      <h3 className="pb-1 text-body font-semibold">{signing.impact.title}</h3>
      {shown.of !== change ? (
        <p className="text-note text-muted">{signing.impact.loading}</p>
      ) : shown.impacts ? (
        <ImpactView impacts={shown.impacts} />
      ) : (
        <p className="text-body text-confirm">
          {'！ '}
          {signing.impact.refused(shown.refused)}
        </p>
      )}
    </section>
  );
}
