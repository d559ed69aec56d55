'use client';

import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';
import { HeirField, LeftOpenReason, useHandOver } from './hand-over-fields';
import { useHeirs } from './use-heirs';

/** Ends a post. Work that would be left without a clerk is listed and handed to a successor, or left open with a reason. */
export function EndPost({
  person,
  post,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  post: OfficePerson['posts'][number];
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, people: words } = useWritingMessages();
  const trpc = useTRPCClient();
  const act = useAct();
  const handOver = useHandOver(`end ${post.id}`);
  const heirs = useHeirs(post.openWork.length > 0);
  const name = `${post.unitName} · ${common.roles[post.role]}`;
  const end = async () => {
    const heir = handOver.heirs.get(post.id);
    const settled = heir ? { successorUserId: heir } : handOver.isLeft ? { leaveOpen: true, reason: handOver.reason } : {};
    const successor = heirs?.find((one) => one.id === heir);
    const sentence = successor ? words.postHandedOver(person.name, name, successor.name) : words.postEnded(person.name, name);
    if (!(await act.run(() => trpc.office.endPost.mutate({ postId: post.id, ...settled }), sentence))) return;
    handOver.forget();
    onDone(sentence);
  };
  return (
    <DialogForm
      title={words.endPostTitle(person.name)}
      act={words.endPost}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={end}
      onClose={onClose}
    >
      <p>{words.endPostQuestion(name)}</p>
      {post.openWork.length > 0 && (
        <>
          <div>
            <p>{words.openWork(post.openWork.length)}</p>
            <ul className="list-disc pl-6">
              {post.openWork.map((work) => (
                <li key={`${work.year} ${work.quarter}`}>
                  {common.period(work.year, work.quarter)} · {words.openWorkStatus[work.status]}
                </li>
              ))}
            </ul>
          </div>
          <HeirField
            handOver={handOver}
            postId={post.id}
            label={words.successor}
            hint={words.successorHint}
            person={person}
            heirs={heirs}
          />
          <LeftOpenReason handOver={handOver} />
        </>
      )}
    </DialogForm>
  );
}
