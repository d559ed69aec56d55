'use client';

import type { FormEvent } from 'react';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { useDraft } from '../../ui/draft';
import { TextField } from '../../ui/field';
import { Sheet } from '../../ui/page';

/** How people reach the office: on every page, and wherever somebody is sent to it. */
export function ContactForm({ stored }: { stored: string }) {
  const { wording } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const draft = useDraft(stored);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { value: contact, seen } = draft;
    const saved = await act.run(() => client.office.setContact.mutate({ contact, seen }), wording.contactSaved);
    if (saved) draft.saved(contact);
  };
  return (
    <Sheet title={wording.contactTitle} className="mt-4">
      <form method="post" onSubmit={save} className="flex max-w-form flex-col gap-4">
        <TextField
          label={wording.contact}
          hint={wording.contactHint}
          autoComplete="off"
          maxLength={200}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
        />
        <ActAnswer answer={act.answer} />
        <div>
          <Button type="submit" disabled={act.isBusy}>
            {wording.contactSave}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
