'use client';

import { useState } from 'react';
import type { OfficePerson } from '@/server/queries/office';
import { useMessages } from '../messages/messages-provider';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { SelectField, TextArea } from '../ui/field';
import { useKeptText } from '../ui/use-kept-text';
import { DialogForm } from './dialog-form';

const leaveOpen = 'leave-open';

/** Disables a person. What nobody else could file is listed post by post, and handed over in the same act or left open for a reason. */
export function DisablePerson({
  person,
  people,
  of,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  people: readonly OfficePerson[];
  of: { userId: string; unitId: string };
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useMessages();
  const words = office.people;
  const trpc = useTRPCClient();
  const act = useAct();
  const [heirs, setHeirs] = useState<Record<string, string>>({});
  const [reason, setReason, forget] = useKeptText(`disable ${of.userId}`);
  const open = person.posts.filter((post) => post.openWork.length > 0);
  const isLeft = open.some((post) => heirs[post.id] === leaveOpen);
  const disable = async () => {
    const handOver = open.flatMap((post) => {
      const successorUserId = heirs[post.id];
      return successorUserId && successorUserId !== leaveOpen ? [{ postId: post.id, successorUserId }] : [];
    });
    const sentence = handOver.length > 0 ? words.disableHandedOver(person.name, handOver.length) : words.disabledDone(person.name);
    const input = { ...of, isActive: false, handOver, ...(isLeft ? { leaveOpen: true, reason } : {}) };
    if (await act.run(() => trpc.office.setActive.mutate(input), sentence)) {
      forget();
      onDone(sentence);
    }
  };
  return (
    <DialogForm
      title={words.disableTitle(person.name)}
      act={words.disable}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={disable}
      onClose={onClose}
    >
      <p>{words.disableQuestion}</p>
      {open.length > 0 && <p className="font-medium">{words.disableWork}</p>}
      {open.map((post) => (
        <SelectField
          key={post.id}
          label={words.disableSettles(`${post.unitName} · ${common.roles[post.role]}`)}
          hint={post.openWork
            .map((work) => `${common.period(work.year, work.quarter)} · ${words.openWorkStatus[work.status]}`)
            .join(common.listComma)}
          required
          value={heirs[post.id] ?? ''}
          onChange={(event) => setHeirs({ ...heirs, [post.id]: event.target.value })}
        >
          <option value="">{words.chooseSuccessor}</option>
          {people
            .filter((one) => one.isActive && one.id !== person.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {common.inBrackets(one.name, one.username)}
              </option>
            ))}
          <option value={leaveOpen}>{words.leaveOpen}</option>
        </SelectField>
      ))}
      {isLeft && (
        <TextArea
          label={words.leaveOpenReason}
          hint={words.leaveOpenHint}
          required
          maxLength={2000}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </DialogForm>
  );
}
