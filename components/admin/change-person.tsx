'use client';

import type { Unit } from '@/db/store';
import { useMessages } from '../messages/messages-provider';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { DialogForm } from './dialog-form';
import { type PersonAct, unitToActIn } from './person-act';

/** Acts that take something away: each says first what it does. */
export function ChangePerson({
  open,
  units,
  onDone,
  onLink,
  onClose,
}: {
  open: Extract<PersonAct, { act: 'newLink' | 'setActive' }>;
  units: readonly Unit[];
  onDone: (sentence: string) => void;
  onLink: (sentence: string, name: string, secret: string) => void;
  onClose: () => void;
}) {
  const words = useMessages().office.people;
  const trpc = useTRPCClient();
  const act = useAct();
  const { person } = open;
  const of = { userId: person.id, unitId: unitToActIn(person, units) };

  if (open.act === 'newLink') {
    const issue = async () => {
      const sentence = words.linkIssued(person.name);
      const done = await act.run(() => trpc.office.issueLink.mutate(of), sentence);
      if (done) onLink(sentence, person.name, done.result.secret);
    };
    return (
      <DialogForm
        title={words.newLinkTitle(person.name)}
        act={words.newLink}
        isBusy={act.isBusy}
        answer={act.answer}
        onSubmit={issue}
        onClose={onClose}
      >
        <p>{words.newLinkQuestion}</p>
      </DialogForm>
    );
  }
  const isActive = !person.isActive;
  const change = async () => {
    const sentence = isActive ? words.enabledDone(person.name) : words.disabledDone(person.name);
    if (await act.run(() => trpc.office.setActive.mutate({ ...of, isActive }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm
      title={isActive ? `${words.enable} ${person.name}` : words.disableTitle(person.name)}
      act={isActive ? words.enable : words.disable}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={change}
      onClose={onClose}
    >
      {!isActive && <p>{words.disableQuestion}</p>}
    </DialogForm>
  );
}
