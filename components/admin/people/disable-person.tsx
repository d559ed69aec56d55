'use client';

import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';
import { HeirField, LeftOpenReason, useHandOver } from './hand-over-fields';
import { useHeirs } from './use-heirs';

/** Disables a person. What nobody else could file is listed post by post, and handed over in the same act or left open for a reason. */
export function DisablePerson({
  person,
  of,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  of: { userId: string; unitId: string };
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, people: words } = useWritingMessages();
  const trpc = useTRPCClient();
  const act = useAct();
  const handOver = useHandOver(`disable ${of.userId}`);
  const open = person.posts.filter((post) => post.openWork.length > 0);
  const heirs = useHeirs(open.length > 0);
  const disable = async () => {
    const handed = [...handOver.heirs].map(([postId, successorUserId]) => ({ postId, successorUserId }));
    const sentence = handed.length > 0 ? words.disableHandedOver(person.name, handed.length) : words.disabledDone(person.name);
    const left = handOver.isLeft ? { leaveOpen: true, reason: handOver.reason } : {};
    if (!(await act.run(() => trpc.office.setActive.mutate({ ...of, isActive: false, handOver: handed, ...left }), sentence))) return;
    handOver.forget();
    onDone(sentence);
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
        <HeirField
          key={post.id}
          handOver={handOver}
          postId={post.id}
          label={words.disableSettles(`${post.unitName} · ${common.roles[post.role]}`)}
          hint={post.openWork
            .map((work) => `${common.period(work.year, work.quarter)} · ${words.openWorkStatus[work.status]}`)
            .join(common.listComma)}
          person={person}
          heirs={heirs}
        />
      ))}
      <LeftOpenReason handOver={handOver} />
    </DialogForm>
  );
}
