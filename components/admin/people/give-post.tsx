'use client';

import { useState } from 'react';
import type { OfficePerson, Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';
import { firstDraft, type PostDraft, PostFields } from './post-fields';

export function GivePost({
  person,
  units,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  units: readonly Unit[];
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, people: words } = useWritingMessages();
  const trpc = useTRPCClient();
  const act = useAct();
  const [post, setPost] = useState<PostDraft>(firstDraft(units));
  const give = async () => {
    const unitName = units.find((unit) => unit.id === post.unitId)?.name ?? '';
    const sentence = words.postGiven(person.name, `${unitName} · ${common.roles[post.role]}`);
    const done = await act.run(() => trpc.office.givePost.mutate({ userId: person.id, ...post }), sentence);
    if (done) onDone(sentence);
  };
  return (
    <DialogForm
      title={words.givePostTitle(person.name)}
      act={words.givePost}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={give}
      onClose={onClose}
    >
      <PostFields units={units} draft={post} onChange={setPost} />
    </DialogForm>
  );
}
