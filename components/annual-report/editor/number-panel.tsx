'use client';

import { useEffect, useRef } from 'react';
import type { LocalFact, ProseSources } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { NumberChoices } from '../numbers/number-choices';
import type { ReadProse } from '../numbers/prose-of';

/** What the number at the caret is, and what may be done with it. */
export function NumberPanel({
  page,
  sources,
  reading,
  caret,
  takesFocus,
  onFact,
  onChange,
}: {
  page: ReportPage;
  sources: ProseSources;
  reading: ReadProse;
  caret: number;
  takesFocus: boolean;
  onFact: (fact: LocalFact) => void;
  onChange: (stored: string) => void;
}) {
  const { prose } = useWritingMessages();
  const place = useRef<HTMLDivElement>(null);
  const number =
    reading.numbers.find((one) => one.state !== 'literal' && one.start <= caret && caret < one.end) ??
    reading.numbers.find((one) => one.state !== 'literal' && one.start <= caret && caret <= one.end);
  const id = number ? `${number.start} ${number.shown}` : null;
  useEffect(() => {
    if (takesFocus && id !== null) place.current?.querySelector<HTMLElement>('button, input, select')?.focus();
  }, [takesFocus, id]);
  return (
    <div ref={place} className="flex flex-col gap-1">
      {number ? (
        <>
          <p className="text-note leading-5 text-muted">{prose.number(prose.states[number.state], number.shown)}</p>
          <NumberChoices
            key={id}
            page={page}
            sources={sources}
            stored={reading.stored}
            number={number}
            isStale={false}
            onFact={onFact}
            onChange={onChange}
          />
        </>
      ) : (
        <p className="text-body text-muted">{prose.noNumber}</p>
      )}
    </div>
  );
}
