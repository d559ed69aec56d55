'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { PhraseList, usePhrasePicker } from './phrase-picker';

/** Writes one remark beside the table, so that what it is about stays in sight. Esc closes it and goes back to the cell. */
export function RemarkComposer({
  where,
  quote,
  phrases,
  text,
  onText,
  onPin,
  onCancel,
}: {
  where: string;
  /** The words of the paragraph it is about. */
  quote: string | null;
  phrases: readonly string[];
  text: string;
  onText: (text: string) => void;
  onPin: (text: string) => void;
  onCancel: () => void;
}) {
  const { review, common } = useWritingMessages();
  const form = useRef<HTMLFormElement>(null);
  const picker = usePhrasePicker({ text, onText });
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel();
  };
  return (
    <form
      ref={form}
      aria-label={review.composerTitle(where)}
      className="mb-2 flex flex-col gap-2 rounded border border-act bg-act-soft p-3"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onPin(text.trim());
      }}
    >
      <p className="text-body leading-6 font-medium">{review.composerTitle(where)}</p>
      {quote && <blockquote className="line-clamp-3 border-l-2 border-act/40 pl-2 font-serif text-body leading-6">{quote}</blockquote>}
      <div ref={picker.box}>
        <TextArea
          label={review.composerLabel}
          hint={review.composerHint}
          rows={3}
          onKeyDown={picker.onKeyDown}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <PhraseList phrases={phrases} list={picker.list} onTake={picker.take} onLeave={picker.toText} />
      <div className="flex gap-2">
        <Button look="primary" isSmall type="submit" disabled={text.trim() === ''}>
          {review.pin}
        </Button>
        <Button look="quiet" isSmall onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
