'use client';

import { useState } from 'react';
import { maxTelephone } from '@/server/domain/accounts/telephone';
import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextField } from '../../ui/field';
import { DialogForm } from '../dialog-form';

/** Somebody's telephone number, by who runs their account. */
export function SetTelephone({
  person,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().people;
  const client = useTRPCClient();
  const act = useAct();
  const [seen] = useState(person.telephone);
  const [telephone, setTelephone] = useState(person.telephone);
  const save = async () => {
    const sentence = words.telephoneSaved(person.name);
    const of = { userId: person.id, unitId: person.actIn };
    if (await act.run(() => client.office.setTelephone.mutate({ ...of, telephone, seen }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm
      title={words.telephoneTitle(person.name)}
      act={words.telephoneSave}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={words.telephone}
        hint={words.telephoneHint}
        type="tel"
        autoComplete="off"
        maxLength={maxTelephone}
        value={telephone}
        onChange={(event) => setTelephone(event.target.value)}
      />
    </DialogForm>
  );
}
