'use client';

import type { FormEvent, ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';

/** A dialog that asks for something and does it. It stays open while the server says no, with the reason in it. */
export function DialogForm({
  title,
  act,
  isBusy,
  answer,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** The button, named by what it does. */
  act: string;
  isBusy: boolean;
  answer: Answer | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { common } = useMessages();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {children}
        <ActAnswer answer={answer} working={isBusy ? common.working.act(act) : null} className="empty:-mb-4" />
        <DialogActs>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {act}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
