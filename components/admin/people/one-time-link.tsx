'use client';

import { useRef, useState } from 'react';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';

/** The link by which a person sets their own password, shown this once. Only its hash is stored. */
export function OneTimeLink({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const { common, people: words } = useWritingMessages();
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const link = `${window.location.origin}/link/${secret}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setAnswer({ tone: 'done', text: words.copied });
    } catch {
      // Without https a browser has no clipboard for pages.
      field.current?.select();
      setAnswer({ tone: 'done', text: words.copyByHand });
    }
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.linkTitle(name)}>
      <div className="flex flex-col gap-4">
        <p className="text-body leading-6">{words.linkHint}</p>
        <label className="flex flex-col gap-1 text-body font-medium">
          {words.link}
          <input
            ref={field}
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
            className="h-control w-full rounded border border-edge bg-desk px-2.5 font-mono text-note font-normal"
          />
        </label>
        <ActAnswer answer={answer} className="empty:-mb-4" />
        <DialogActs>
          <Button onClick={onClose}>{common.close}</Button>
          <Button look="primary" onClick={copy}>
            {words.copy}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  );
}
