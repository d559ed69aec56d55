'use client';

import clsx from 'clsx';
import type { Repetition } from '@/server/domain/checks/text-repetition';
import { inPercent } from '@/server/domain/checks/thresholds';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';

/** This year's text, with what stood in last year's marked, beside last year's. */
export function YearCompare({
  year,
  text,
  repetition,
  most,
  lastYear,
}: {
  year: number;
  text: string;
  repetition: Repetition;
  /** Above this share a paragraph is said aloud. */
  most: number;
  lastYear: { year: number; edition: number; text: string };
}) {
  const words = useWritingMessages().material.chapter;
  const box = 'rounded border border-hairline px-3 py-2 font-serif text-body leading-7';
  return (
    <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
      <section aria-label={words.thisYear(year)}>
        <h4 className="pb-1 text-note text-muted">{words.thisYear(year)}</h4>
        <div lang="zh-CN" className={box}>
          {repetition.paragraphs.length === 0 && <p className="text-muted">{words.emptyText}</p>}
          {repetition.paragraphs.map((paragraph) => (
            <div key={paragraph.start} className="pb-1.5">
              <p>{markedParts(text, paragraph, repetition.runs)}</p>
              {paragraph.share > 0 && (
                <p className={clsx('font-sans text-note leading-5', paragraph.share > most ? 'text-confirm' : 'text-muted')}>
                  {paragraph.share > most && <Icon name="confirm" className="mr-1" />}
                  {words.paragraphShare(Math.round(inPercent(paragraph.share)))}
                </p>
              )}
            </div>
          ))}
        </div>
      </section>
      <section aria-label={words.lastYear(lastYear.year, lastYear.edition)}>
        <h4 className="pb-1 text-note text-muted">{words.lastYear(lastYear.year, lastYear.edition)}</h4>
        <div lang="zh-CN" className={clsx(box, 'bg-desk whitespace-pre-wrap')}>
          {lastYear.text}
        </div>
      </section>
    </div>
  );
}

function markedParts(text: string, { start, end }: { start: number; end: number }, runs: Repetition['runs']) {
  const parts = [];
  let at = start;
  for (const run of runs) {
    const [from, to] = [Math.max(run.start, at), Math.min(run.end, end)];
    if (from >= to) continue;
    parts.push(
      text.slice(at, from),
      <mark key={from} className="bg-confirm-soft text-ink">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at, end));
  return parts;
}
