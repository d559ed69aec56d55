'use client';

import { useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { useKeptText } from '../../ui/use-kept-text';
import { DialogForm } from '../dialog-form';
import type { PeopleActs } from './people-acts';
import { firstDraft, type PostDraft, PostFields, postOf } from './post-fields';

export function GivePost({
  person,
  units,
  may,
  isOwn,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  units: UnitChoices;
  may: PeopleActs;
  /** It is one's own. */
  isOwn: boolean;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, people: words } = useWritingMessages();
  const trpc = useTRPCClient();
  const act = useAct();
  const [reason, setReason, forget] = useKeptText('a post of one’s own');
  const [post, setPost] = useState<PostDraft>(firstDraft(units));
  const give = async () => {
    const name = `${post.unit?.name ?? ''} · ${common.roles[post.role]}`;
    const sentenceOf = ({ waits }: { waits: boolean }) => (waits ? words.postWaits(name) : words.postGiven(person.name, name));
    const done = await act.run(
      () => trpc.office.givePost.mutate({ userId: person.id, ...postOf(post), ...(isOwn ? { reason } : {}) }),
      sentenceOf,
    );
    if (!done) return;
    forget();
    onDone(sentenceOf(done.result));
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
      <PostFields units={units} may={may} draft={post} onChange={setPost} />
      {isOwn && (
        <>
          <Notice tone="confirm">{words.ownPost}</Notice>
          <TextArea
            label={words.ownPostReason}
            required
            maxLength={2000}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </DialogForm>
  );
}
