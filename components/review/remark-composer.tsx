'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';

/** Writes one remark beside the table, so that what it is about stays in sight. Esc closes it and goes back to the cell. */
export function RemarkComposer({
  where,
  text,
  onText,
  onPin,
  onCancel,
}: {
  where: string;
  text: string;
  onText: (text: string) => void;
  onPin: (text: string) => void;
  onCancel: () => void;
}) {
  const { review, common } = useMessages();
  const form = useRef<HTMLFormElement>(null);
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
      <p className="text-[15px] leading-6 font-medium">{review.composerTitle(where)}</p>
      <TextArea
        label={review.composerLabel}
        hint={review.composerHint}
        rows={3}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <details>
        <summary className="min-h-7 cursor-pointer text-[13px] leading-7 text-act">{review.phrases}</summary>
        <ul>
          {review.phraseList.map((phrase) => (
            <li key={phrase}>
              <button
                type="button"
                className="min-h-7 w-full rounded px-1 py-0.5 text-left text-[13px] leading-5 text-act hover:bg-paper"
                onClick={() => {
                  onText(text.trim() === '' ? phrase : `${text.trim()}\n${phrase}`);
                  form.current?.querySelector('textarea')?.focus();
                }}
              >
                {phrase}
              </button>
            </li>
          ))}
        </ul>
      </details>
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
