'use client';

import type { ProseNumber } from '@/server/domain/prose';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { describeKind } from './describe-kind';

const kinds = ['untyped', 'broken', 'linked', 'derived', 'fact', 'declared'] as const;

/** How many numbers of each kind a text has; and those whose sentence may have stopped to read well, each led to. */
export function TextStates({
  label,
  numbers,
  stored,
  onShow,
}: {
  label: string;
  numbers: readonly ProseNumber[];
  stored: string;
  onShow: (place: { start: number; end: number; snippet: string }) => void;
}) {
  const { editor, prose } = useWritingMessages();
  const warned = numbers.filter((one) => one.isZeroOrOne);
  const count = (kind: (typeof kinds)[number]) => numbers.filter((one) => describeKind(one) === kind).length;
  if (kinds.every((kind) => count(kind) === 0)) return null;
  return (
    <section aria-label={`${prose.summary}：${label}`} className="flex flex-wrap items-baseline gap-x-3">
      {kinds.map(
        (kind) =>
          count(kind) > 0 && (
            <span key={kind}>
              <span className="number-key" data-kind={kind}>
                {editor.legend[kind]}
              </span>{' '}
              {prose.count(count(kind))}
            </span>
          ),
      )}
      {warned.length > 0 && (
        <span className="text-confirm">
          {editor.warns(warned.length)}
          {warned.map((one) => (
            <Button
              look="place"
              className="ml-1 min-w-6 border-confirm/40 bg-confirm-soft"
              key={one.start}
              aria-label={editor.warnAt(one.shown)}
              onClick={() => onShow({ start: one.start, end: one.end, snippet: stored.slice(one.start, one.end) })}
            >
              {one.shown}
            </Button>
          ))}
        </span>
      )}
    </section>
  );
}
