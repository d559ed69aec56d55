'use client';

import { type FormEvent, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/field';

/** Asks why an approved filing is given back. */
export function UnlockDialog({
  title,
  isBusy,
  answer,
  onUnlock,
  onClose,
}: {
  title: string;
  isBusy: boolean;
  answer: Answer | null;
  onUnlock: (reason: string) => void;
  onClose: () => void;
}) {
  const { review, common } = useMessages();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onUnlock(reason.trim());
  };
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-[15px] leading-6">{review.unlock.hint}</p>
        <TextArea
          label={review.unlock.reason}
          hint={review.unlock.reasonHint}
          required
          maxLength={2000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ActAnswer answer={answer} className="empty:-mb-3" />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {review.unlock.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
