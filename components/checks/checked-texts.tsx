'use client';

import clsx from 'clsx';
import { Fragment } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { textKeys, textTitles } from '@/server/domain/formats';
import type { Texts } from '@/server/domain/subject';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Sheet } from '../ui/page';
import { hasPlace, textSegments } from './text-segments';

const tones = {
  must_fix: 'bg-wrong-soft decoration-wrong',
  confirm: 'bg-confirm-soft decoration-confirm',
  hint: 'bg-act-soft decoration-act',
};

export function textElementId(text: string, start: number): string {
  return `text-${text}-${start}`;
}

/** The texts of a report with every snippet that a finding speaks of marked; choosing one leads to its finding. */
export function CheckedTexts({
  texts,
  findings,
  chosen,
  onChoose,
}: {
  texts: Texts;
  findings: readonly Finding[];
  chosen: Finding | null;
  onChoose: (finding: Finding) => void;
}) {
  const { checks } = useWritingMessages();
  const language = useLanguage();
  const told = textKeys.filter((key) => (texts[key] ?? '').trim() !== '');
  return (
    <Sheet title={checks.textsTitle}>
      {told.length === 0 && <p className="text-body text-muted">{checks.textsNone}</p>}
      {told.map((key) => (
        <section key={key} className="pb-4">
          <h3 className="pb-1 font-serif text-head font-semibold">{textTitles[language][key]}</h3>
          <p className="max-w-read font-serif text-body leading-8 break-words whitespace-pre-wrap">
            {textSegments(
              texts[key] ?? '',
              findings.filter(hasPlace).filter(({ place }) => place.text === key),
            ).map(({ start, text, findings: own }) => {
              const [first] = own;
              if (!first) return <Fragment key={start}>{text}</Fragment>;
              return (
                <button
                  key={start}
                  type="button"
                  id={textElementId(key, start)}
                  title={own.map((finding) => finding.message[language]).join('\n')}
                  onClick={() => onChoose(first)}
                  className={clsx(
                    'inline scroll-mt-24 cursor-pointer text-left whitespace-pre-wrap underline decoration-2 underline-offset-4',
                    tones[first.severity],
                    chosen !== null && own.includes(chosen) && 'outline-2 outline-act',
                  )}
                >
                  {text}
                </button>
              );
            })}
          </p>
        </section>
      ))}
    </Sheet>
  );
}
