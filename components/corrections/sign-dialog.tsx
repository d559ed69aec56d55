'use client';

import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { useConfirmation } from '../signing/use-confirmation';
import { BindingButton } from '../ui/binding-button';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';

export interface SignDialogProps {
  title: string;
  question: string;
  act: string;
  /** A refusal signs nothing and is not sealed in red. */
  isOfficial?: boolean;
  /** What is asked for is there. */
  isReady?: boolean;
  isBusy: boolean;
  answer: Answer | null;
  onSubmit: () => void;
  onClose: () => void;
  /** By what the person says again who they are. */
  confirmation?: ReactNode;
  children?: ReactNode;
}

/** A signature says what it does before it is given. */
export function SignDialog({
  title,
  question,
  act,
  isOfficial = true,
  isReady = true,
  isBusy,
  answer,
  onSubmit,
  onClose,
  confirmation,
  children,
}: SignDialogProps) {
  const { common } = useMessages();
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <div className="flex flex-col gap-4">
        <p className="text-body leading-7">{question}</p>
        {children}
        <DialogActs
          above={
            <>
              {confirmation}
              <ActAnswer answer={answer} working={isBusy ? common.working.act(act) : null} className="empty:-mb-3" />
            </>
          }
        >
          <Button onClick={onClose}>{common.cancel}</Button>
          <BindingButton look={isOfficial ? 'official' : 'primary'} disabled={isBusy || !isReady} onClick={onSubmit}>
            {act}
          </BindingButton>
        </DialogActs>
      </div>
    </Dialog>
  );
}

/** The same for an act before which the person says again who they are. @param onSubmit says whether it was done */
export function ConfirmedDialog({
  onSubmit,
  isReady = true,
  children,
  ...dialog
}: Omit<SignDialogProps, 'onSubmit' | 'confirmation'> & { onSubmit: (password: string) => Promise<boolean> }) {
  const confirmation = useConfirmation();
  const submit = async () => {
    if (!(await onSubmit(confirmation.password))) confirmation.forget();
  };
  return (
    <SignDialog {...dialog} isReady={isReady && confirmation.isReady} onSubmit={submit} confirmation={confirmation.field}>
      {children}
    </SignDialog>
  );
}
