'use client';

import clsx from 'clsx';
import { useDeferredValue, useMemo, useState } from 'react';
import type { TextKey } from '@/server/domain/formats';
import type { NumberState, ProseNumber } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useMessages } from '../messages/messages-provider';
import { NumberChoices } from './number-choices';
import { readProse, sourcesOf } from './prose-of';

const looks: Record<NumberState, string> = {
  linked: 'border-act/40 bg-act-soft text-act',
  fact: 'border-done/40 bg-done-soft text-done',
  declared: 'border-hairline bg-desk text-muted',
  literal: '',
  untyped: 'border-confirm/50 bg-confirm-soft text-confirm',
  broken: 'border-seal/50 bg-seal-soft text-seal',
};
const marks: Partial<Record<NumberState, string>> = { untyped: '？', broken: '✕' };
const counted = ['untyped', 'broken', 'linked', 'fact', 'declared'] as const satisfies readonly NumberState[];

/**
 * A text as it will be printed, each number marked with what it is. Choosing one says what may be done with it. Read anew while
 * the person types, after the keys.
 */
export function ProseNumbers({
  page,
  textKey,
  text,
  onChange,
}: {
  page: ReportPage;
  textKey: TextKey;
  text: string;
  onChange: (next: string) => void;
}) {
  const { prose, report } = useMessages();
  const later = useDeferredValue(text);
  const sources = useMemo(() => sourcesOf(page), [page]);
  const read = useMemo(() => readProse(page, sources, textKey, later), [page, sources, textKey, later]);
  const [chosenAt, setChosenAt] = useState<number | null>(null);
  const marked = read.numbers.filter((number) => number.state !== 'literal');
  if (marked.length === 0) return null;
  const chosen = marked.find((number) => number.start === chosenAt) ?? null;
  const count = (state: NumberState) => marked.filter((number) => number.state === state).length;
  return (
    <section
      aria-label={`${prose.summary}：${report.textLabels[textKey]}`}
      className="flex flex-col gap-2 rounded border border-hairline bg-desk/50 px-3 py-2 font-sans"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-[13px] leading-5 text-muted">
        <span className="font-semibold text-ink">{prose.printed}</span>
        {counted.map(
          (state) =>
            count(state) > 0 && (
              <span key={state} className={clsx('rounded border px-1', looks[state])}>
                {marks[state]} {prose.states[state]} {prose.count(count(state))}
              </span>
            ),
        )}
        <span>{prose.printedHint}</span>
      </p>
      <div lang="zh-CN" className="font-serif text-[17px] leading-9 whitespace-pre-wrap">
        {piecesOf(read.resolved.text, marked).map((piece) =>
          piece.number ? (
            <NumberMark
              key={piece.from}
              number={piece.number}
              isChosen={piece.number === chosen}
              onChoose={(number) => setChosenAt(number.start === chosenAt ? null : number.start)}
            />
          ) : (
            <span key={piece.from}>{piece.text}</span>
          ),
        )}
      </div>
      {chosen && (
        <NumberChoices
          key={`${chosen.start} ${chosen.shown}`}
          page={page}
          sources={sources}
          stored={read.stored}
          number={chosen}
          isStale={read.stored !== text}
          onChange={(next) => {
            onChange(next);
            setChosenAt(null);
          }}
        />
      )}
    </section>
  );
}

function NumberMark({ number, isChosen, onChoose }: { number: ProseNumber; isChosen: boolean; onChoose: (number: ProseNumber) => void }) {
  const { prose } = useMessages();
  return (
    <button
      type="button"
      aria-expanded={isChosen}
      aria-label={prose.number(prose.states[number.state], number.shown)}
      className={clsx('mx-px min-h-6 min-w-6 rounded border px-1 leading-6', looks[number.state], isChosen && 'outline-2 outline-act')}
      onClick={() => onChoose(number)}
    >
      {number.shown}
      {number.isZeroOrOne && <span aria-hidden="true"> ！</span>}
    </button>
  );
}

/** The printed text cut at its marked numbers. */
function piecesOf(text: string, numbers: readonly ProseNumber[]): { from: number; text: string; number: ProseNumber | null }[] {
  const pieces: { from: number; text: string; number: ProseNumber | null }[] = [];
  let at = 0;
  for (const number of numbers) {
    if (number.from < at) continue;
    if (number.from > at) pieces.push({ from: at, text: text.slice(at, number.from), number: null });
    pieces.push({ from: number.from, text: number.shown, number });
    at = number.to;
  }
  return at < text.length ? [...pieces, { from: at, text: text.slice(at), number: null }] : pieces;
}
