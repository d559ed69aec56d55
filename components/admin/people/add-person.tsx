'use client';

import { useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextField } from '../../ui/field';
import { tellMade } from '../../ui/made';
import { DialogForm } from '../dialog-form';
import type { PeopleActs } from './people-acts';
import { firstDraft, type PostDraft, PostFields, postOf } from './post-fields';

export function AddPerson({
  units,
  may,
  onDone,
  onClose,
}: {
  units: UnitChoices;
  may: PeopleActs;
  onDone: (sentence: string, name: string, secret: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().people;
  const trpc = useTRPCClient();
  const act = useAct();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [post, setPost] = useState<PostDraft>(firstDraft(units));
  const create = async () => {
    const sentence = words.created(name.trim());
    const done = await act.run(
      () => trpc.office.createPerson.mutate({ name, username, ...(may.duties ? postOf(post) : { unitId: units.units[0]?.id ?? '' }) }),
      sentence,
    );
    if (!done) return;
    tellMade(done.result.userId);
    onDone(sentence, name.trim(), done.result.secret);
  };
  return (
    <DialogForm title={words.add} act={words.add} isBusy={act.isBusy} answer={act.answer} onSubmit={create} onClose={onClose}>
      <TextField
        label={words.name}
        required
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={words.username}
        hint={words.usernameHint}
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      {may.duties ? (
        <PostFields units={units} may={may} draft={post} onChange={setPost} />
      ) : (
        <p className="text-body text-muted">{words.noRoleHint}</p>
      )}
    </DialogForm>
  );
}
