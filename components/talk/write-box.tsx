'use client';

import { useEffect, useRef, useState } from 'react';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';

/**
 * Where one says something. Ctrl+Enter sends, except while an input method composes.
 *
 * It may stay while what it is about changes: after a field comes or goes, a browser that offers to fill in forms reads every
 * field of the page again, which a key then waits for.
 */
export function WriteBox({
  about,
  label,
  act,
  text,
  onText,
  onSend,
  takesFocus = false,
}: {
  /** What it is about: an answer is shown for nothing else. */
  about?: string;
  label: string;
  /** The button, named by what it does. */
  act: string;
  text: string;
  onText: (text: string) => void;
  /** Sends it, and loads anew what the page shows. */
  onSend: (text: string) => Promise<void>;
  /** It has just been asked for: one goes on by writing. */
  takesFocus?: boolean;
}) {
  const { talk } = useMessages();
  const language = useLanguage();
  const [sending, setSending] = useState<{ about: string | undefined } | null>(null);
  const [answered, setAnswered] = useState<{ about: string | undefined; answer: Answer } | null>(null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  const isBusy = sending !== null && sending.about === about;
  const length = [...text.trim()].length;
  const isTooLong = length > maxSaidCharacters;
  const maySend = !isBusy && length > 0 && !isTooLong;

  async function send(): Promise<void> {
    if (!maySend) return;
    setSending({ about });
    setAnswered(null);
    try {
      await onSend(text.trim());
      onText('');
    } catch (error) {
      setAnswered({ about, answer: answerOf(error, language) });
    } finally {
      setSending(null);
    }
  }

  return (
    <form
      ref={box}
      method="post"
      aria-label={label}
      className="flex flex-col gap-1.5 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={<span className="text-note leading-5 font-normal text-muted">{label}</span>}
        error={isTooLong ? talk.tooLong(length, maxSaidCharacters) : undefined}
        rows={2}
        lang="zh-CN"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <ActAnswer answer={answered && answered.about === about ? answered.answer : null} className="empty:-mt-1.5" />
      <div className="flex items-center gap-2">
        <Button isSmall type="submit" disabled={!maySend}>
          {act}
        </Button>
        <span className="text-note text-muted">{talk.sendKeys}</span>
      </div>
    </form>
  );
}
