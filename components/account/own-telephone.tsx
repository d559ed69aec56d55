'use client';

import type { FormEvent } from 'react';
import { maxTelephone } from '@/server/domain/accounts/telephone';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/field';
import { Sheet } from '../ui/page';

/** By which the office reaches the person. */
export function OwnTelephone({ stored }: { stored: string }) {
  const { account: words } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const draft = useDraft(stored);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const telephone = draft.value;
    if (await act.run(() => client.account.setTelephone.mutate({ telephone }), words.telephoneSaved)) draft.saved(telephone);
  };
  return (
    <Sheet title={words.telephoneTitle}>
      <form method="post" onSubmit={save} className="flex flex-col gap-3">
        <TextField
          label={words.telephone}
          hint={words.telephoneHint}
          type="tel"
          autoComplete="tel"
          maxLength={maxTelephone}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
        />
        <ActAnswer answer={act.answer} className="empty:hidden" />
        <div>
          <Button type="submit" disabled={act.isBusy}>
            {words.telephoneSave}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
