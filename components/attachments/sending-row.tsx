'use client';

import type { AttachmentMessages } from '../messages/zh';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import type { ShownSending } from './sendings';
import { sizeText } from './size-text';

/** A file on its way: how much of it has arrived, or why it did not. */
export function SendingRow({
  sending: { name, size, sent, failed },
  words,
  onStop,
  onGoOn,
  onForget,
}: {
  sending: ShownSending;
  words: AttachmentMessages;
  onStop: () => void;
  onGoOn: () => void;
  onForget: () => void;
}) {
  if (failed)
    return (
      <li className="flex flex-wrap items-center gap-2 py-1">
        <p role="alert" className="min-w-0 basis-full break-words text-wrong">
          <Icon name="wrong" className="mr-1" />
          {words.notAdded(name, failed.why)}
        </p>
        {failed.mayGoOn && (
          <Button isSmall aria-label={words.retryOf(name)} onClick={onGoOn}>
            {words.retry}
          </Button>
        )}
        <Button isSmall aria-label={words.dismissOf(name)} onClick={onForget}>
          {words.dismiss}
        </Button>
      </li>
    );
  return (
    <li className="flex flex-wrap items-center gap-2 py-1">
      <span className="min-w-0 break-all">{name}</span>
      <progress aria-label={words.sending(name)} max={size} value={Math.min(sent ?? 0, size)} className="h-2 w-32" />
      <span className="text-muted">{sent === null ? words.waiting : words.sent(sizeText(Math.min(sent, size)), sizeText(size))}</span>
      <Button isSmall look="quiet" aria-label={words.cancelOf(name)} onClick={onStop}>
        {words.cancel}
      </Button>
    </li>
  );
}
