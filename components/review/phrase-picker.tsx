'use client';

import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { Link } from '../ui/link';

/**
 * 常用语 under a text that is being written. Alt+↓ in the text opens the list, the arrows move, Enter takes the phrase over behind
 * what stands there, Esc goes back to the text.
 */
export function usePhrasePicker({ text, onText }: { text: string; onText: (text: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDetailsElement>(null);
  const toText = () => box.current?.querySelector('textarea')?.focus();
  return {
    box,
    list,
    toText,
    take(phrase: string) {
      onText(text.trim() === '' ? phrase : `${text.trimEnd()}\n${phrase}`);
      if (list.current) list.current.open = false;
      toText();
    },
    onKeyDown(event: KeyboardEvent) {
      const isOpening = event.altKey && event.key === 'ArrowDown';
      if (!isOpening || event.nativeEvent.isComposing || !list.current) return;
      event.preventDefault();
      list.current.open = true;
      list.current.querySelector('button')?.focus();
    },
  };
}

export function PhraseList({
  phrases,
  list,
  onTake,
  onLeave,
}: {
  phrases: readonly string[];
  list: RefObject<HTMLDetailsElement | null>;
  onTake: (phrase: string) => void;
  onLeave: () => void;
}) {
  const { review } = useWritingMessages();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (list.current) list.current.open = false;
      onLeave();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(Math.max(here + (event.key === 'ArrowDown' ? 1 : -1), 0), buttons.length - 1)]?.focus();
  };
  return (
    <details ref={list}>
      <summary className="min-h-7 cursor-pointer text-note leading-7 text-act">
        {review.phrases} <span className="text-muted">{phrases.length > 0 && review.phraseKeys}</span>
      </summary>
      {phrases.length === 0 && <p className="text-note leading-5 text-muted">{review.noPhrases}</p>}
      <ul aria-label={review.phrases} onKeyDown={onKeyDown}>
        {phrases.map((phrase) => (
          <li key={phrase}>
            <Button look="row" lang="zh-CN" onClick={() => onTake(phrase)}>
              {phrase}
            </Button>
          </li>
        ))}
      </ul>
      <Link
        href="/office/phrases"
        target="_blank"
        className="inline-flex min-h-7 items-center text-note text-act underline underline-offset-2"
      >
        {review.managePhrases}
      </Link>
    </details>
  );
}
