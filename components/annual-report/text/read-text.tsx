'use client';

import clsx from 'clsx';
import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import { noteLead } from '@/server/domain/report/notes';
import type { TextPlace } from '@/server/domain/subject';
import { useWritingMessages } from '../../messages/writing-words';
import { textElementId } from './show-text';

/** A text for somebody who may not change it, paragraph by paragraph, with the snippet a finding is about marked. */
export function ReadText({ textKey, text, place }: { textKey: ProseKey; text: string; place: TextPlace | null }) {
  const { report } = useWritingMessages();
  if (text === '')
    return (
      <p id={textElementId(textKey)} className="font-sans text-body text-muted">
        {report.textEmpty}
      </p>
    );
  const isNote = isNoteKey(textKey);
  return (
    <div
      id={textElementId(textKey)}
      lang="zh-CN"
      className={clsx('scroll-mt-20 whitespace-pre-wrap', isNote ? 'text-body leading-7' : 'text-head leading-9')}
    >
      {isNote && noteLead(text)}
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
