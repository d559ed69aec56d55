'use client';

import type { FormEvent, ReactNode } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { useConfirmation } from '../signing/use-confirmation';
import { BindingButton } from '../ui/binding-button';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextArea } from '../ui/field';

/** Asks why an approved filing is given back, and who it is that does so. The reason is the page's, so that closing the dialog loses none of it. */
export function UnlockDialog({
  title,
  reason,
  onReason,
  isBusy,
  answer,
  changed,
  impact,
  onUnlock,
  onClose,
}: {
  title: string;
  reason: string;
  onReason: (reason: string) => void;
  isBusy: boolean;
  answer: Answer | null;
  /** What another submission says that has come since. */
  changed: ReactNode;
  /** What giving it back moves in the annual reports. */
  impact: ReactNode;
  /** @returns whether it was done */
  onUnlock: (password: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const { review, common } = useWritingMessages();
  const confirmation = useConfirmation();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!(await onUnlock(confirmation.password))) confirmation.forget();
  };
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-body leading-6">{review.unlock.hint}</p>
        <TextArea
          label={review.unlock.reason}
          hint={review.unlock.reasonHint}
          required
          maxLength={2000}
          rows={3}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
        {impact}
        {changed}
        <DialogActs
          above={
            <>
              {confirmation.field}
              <ActAnswer answer={answer} className="empty:-mb-3" />
            </>
          }
        >
          <Button onClick={onClose}>{common.cancel}</Button>
          <BindingButton type="submit" look="primary" disabled={isBusy || !confirmation.isReady}>
            {review.unlock.confirm}
          </BindingButton>
        </DialogActs>
      </form>
    </Dialog>
  );
}
