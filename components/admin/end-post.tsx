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

/** Ends a post. Work that would be left without a clerk is listed and handed to a successor, or left open with a reason. */
export function EndPost({
  person,
  post,
  people,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  post: OfficePerson['posts'][number];
  people: readonly OfficePerson[];
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useMessages();
  const words = office.people;
  const trpc = useTRPCClient();
  const act = useAct();
  const [heir, setHeir] = useState('');
  const [reason, setReason, forget] = useKeptText(`end ${post.id}`);
  const name = `${post.unitName} · ${common.roles[post.role]}`;
  const end = async () => {
    const settled = heir === '' ? {} : heir === leaveOpen ? { leaveOpen: true, reason } : { successorUserId: heir };
    const successor = people.find((one) => one.id === heir);
    const sentence = successor ? words.postHandedOver(person.name, name, successor.name) : words.postEnded(person.name, name);
    if (await act.run(() => trpc.office.endPost.mutate({ postId: post.id, ...settled }), sentence)) {
      forget();
      onDone(sentence);
    }
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
          <SelectField
            label={words.successor}
            hint={words.successorHint}
            required
            value={heir}
            onChange={(event) => setHeir(event.target.value)}
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
          {heir === leaveOpen && (
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
        </>
      )}
    </DialogForm>
  );
}
