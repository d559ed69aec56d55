'use client';

import { useMemo, useState } from 'react';
import { assemble, mergeTexts } from '@/server/domain/writing';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { momentText } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import type { OpenConflict } from './use-text-saving';

type Choice = 'mine' | 'theirs' | 'both';

/**
 * Paragraphs that somebody else changed too, each with both side by side; a person chooses one, or both. What is typed meanwhile is
 * read as mine. Everything else of both texts is together already.
 */
export function TextConflict({
  conflict,
  mine,
  print,
  onDone,
}: {
  conflict: OpenConflict;
  /** What stands in the box. */
  mine: string;
  print: (stored: string) => string;
  onDone: (text: string) => void;
}) {
  const words = useWritingMessages().editor.conflict;
  const { pieces, conflicts } = useMemo(
    () => mergeTexts({ base: conflict.base, mine, theirs: conflict.theirs }),
    [conflict.base, conflict.theirs, mine],
  );
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const keys = conflicts.map((one, at) => `${at} ${one.theirs.join('\n')}`);
  const isDecided = keys.every((key) => chosen[key]);
  const done = () =>
    onDone(
      assemble(
        pieces,
        conflicts.map((one, at) => {
          const choice = chosen[keys[at] ?? ''];
          return choice === 'mine' ? one.mine : choice === 'theirs' ? one.theirs : [...one.theirs, ...one.mine];
        }),
      ),
    );
  return (
    <Notice tone="confirm" title={words.title(conflicts.length)} isAlert className="font-sans">
      <p>{words.hint(momentText(conflict.savedAt))}</p>
      <ol className="flex flex-col gap-3 py-2">
        {conflicts.map((one, at) => {
          const key = keys[at] ?? '';
          return (
            <li key={key}>
              <fieldset className="flex flex-col gap-1.5 rounded border border-hairline bg-paper p-2">
                <legend className="px-1 text-note text-muted">{words.nth(at + 1)}</legend>
                <div className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
                  <Side title={words.mine} paragraphs={one.mine} print={print} />
                  <Side title={words.theirs} paragraphs={one.theirs} print={print} />
                </div>
                <div className="flex flex-wrap gap-x-4">
                  {(['mine', 'theirs', 'both'] as const).map((choice) => (
                    <label key={choice} className="flex min-h-7 items-center gap-1.5 text-body">
                      <input
                        type="radio"
                        name={`conflict-${conflict.version}-${at}`}
                        className="size-4"
                        checked={chosen[key] === choice}
                        onChange={() => setChosen({ ...chosen, [key]: choice })}
                      />
                      {{ mine: words.useMine, theirs: words.useTheirs, both: words.useBoth }[choice]}
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <Button isSmall look="primary" disabled={!isDecided} onClick={done}>
        {words.done}
      </Button>
    </Notice>
  );
}

function Side({ title, paragraphs, print }: { title: string; paragraphs: readonly string[]; print: (stored: string) => string }) {
  const words = useWritingMessages().editor.conflict;
  return (
    <section aria-label={title} className="min-w-0">
      <h4 className="text-note leading-5 text-muted">{title}</h4>
      {paragraphs.length === 0 ? (
        <p className="text-body text-muted">{words.deleted}</p>
      ) : (
        <p lang="zh-CN" className="max-h-60 overflow-y-auto font-serif text-body leading-7 whitespace-pre-wrap">
          {paragraphs.map(print).join('\n')}
        </p>
      )}
    </section>
  );
}
