'use client';

import type { TextPlace } from '@/server/domain/checks/check';
import type { TextKey } from '@/server/domain/formats';
import { useMessages } from '../messages/messages-provider';
import { textElementId } from './show-text';

/** A text for somebody who may not change it, paragraph by paragraph, with the snippet a finding is about marked. */
export function ReadText({ textKey, text, place }: { textKey: TextKey; text: string; place: TextPlace | null }) {
  const { report } = useMessages();
  if (text === '')
    return (
      <p id={textElementId(textKey)} className="font-sans text-[15px] text-muted">
        {report.textEmpty}
      </p>
    );
  return (
    <div id={textElementId(textKey)} className="scroll-mt-20 text-[17px] leading-9 whitespace-pre-wrap">
      {place ? (
        <>
          {text.slice(0, place.start)}
          <mark className="bg-confirm-soft text-confirm">{text.slice(place.start, place.end)}</mark>
          {text.slice(place.end)}
        </>
      ) : (
        text
      )}
    </div>
  );
}
