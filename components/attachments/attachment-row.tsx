'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ShownAttachment } from '@/server/queries/attachments';
import type { AttachmentMessages } from '../messages/zh';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { sizeText } from './size-text';

/** A file by its name, which downloads it; what it is, whose and since when; and the way to take it away, asked back once. */
export function AttachmentRow({
  file,
  words,
  onRemove,
}: {
  file: ShownAttachment;
  words: AttachmentMessages;
  onRemove: () => Promise<void>;
}) {
  const [isAsked, setIsAsked] = useState(false);
  const remover = useRef<HTMLButtonElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { id, name, type, size, addedBy, addedAt, isEarlier, mayRemove } = file;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-2 py-1">
      <a
        download
        href={`/files/attachments/${encodeURIComponent(id)}.${type}`}
        aria-label={words.download(name)}
        className="min-h-6 min-w-0 flex-1 break-all text-act underline underline-offset-2"
      >
        ↓ {name}
      </a>
      {mayRemove && !isAsked && (
        <Button ref={remover} isSmall look="quiet" aria-label={words.removeOf(name)} onClick={() => setIsAsked(true)}>
          {words.remove}
        </Button>
      )}
      <span className="basis-full text-muted">
        {words.types[type]} · {sizeText(size)} · {words.by(addedBy, momentText(addedAt))}
        {isEarlier && ` · ${words.earlier}`}
      </span>
      {isAsked && (
        <span className="flex flex-wrap items-center gap-2" role="alert">
          {words.reallyRemove(name)}
          <Button
            isSmall
            autoFocus
            disabled={isBusy}
            aria-label={words.removeOf(name)}
            onClick={async () => {
              setIsBusy(true);
              await onRemove();
              setIsBusy(false);
              setIsAsked(false);
            }}
          >
            {words.remove}
          </Button>
          <Button
            isSmall
            look="quiet"
            disabled={isBusy}
            onClick={() => {
              flushSync(() => setIsAsked(false));
              remover.current?.focus();
            }}
          >
            {words.cancel}
          </Button>
        </span>
      )}
    </li>
  );
}
