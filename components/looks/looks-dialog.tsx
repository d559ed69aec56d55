'use client';

import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import type { LooksMessages } from '../messages/zh';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextArea } from '../ui/field';

export function LooksDialog({ words }: { words: LooksMessages }) {
  const { common } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{words.dialogOpen}</Button>
      <Dialog isOpen={isOpen} onClose={close} title={words.dialogAct}>
        <div className="flex flex-col gap-3">
          <p className="text-body leading-7">{words.dialogText}</p>
          <TextArea label={words.reason} rows={3} />
          <DialogActs>
            <Button onClick={close}>{common.cancel}</Button>
            <Button look="danger" onClick={close}>
              {words.dialogAct}
            </Button>
          </DialogActs>
        </div>
      </Dialog>
    </>
  );
}
