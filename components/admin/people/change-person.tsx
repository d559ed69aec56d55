'use client';

import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';
import { DisablePerson } from './disable-person';
import type { PersonAct } from './person-act';
import { TakeWayIn } from './take-way-in';

/** Acts on how a person gets in: each says first what it does. */
export function ChangePerson({
  open,
  onDone,
  onLink,
  onClose,
}: {
  open: Extract<PersonAct, { act: 'newLink' | 'liftHoldOff' | 'releaseIdentity' | 'resetFactor' | 'setActive' }>;
  onDone: (sentence: string) => void;
  onLink: (sentence: string, name: string, secret: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().people;
  const trpc = useTRPCClient();
  const act = useAct();
  const { person } = open;
  const of = { userId: person.id, unitId: person.actIn };

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
  if (open.act === 'liftHoldOff') {
    const lift = async () => {
      const sentence = words.holdOffLifted(person.name);
      if (await act.run(() => trpc.office.liftHoldOff.mutate(of), sentence)) onDone(sentence);
    };
    return (
      <DialogForm
        title={words.liftHoldOffTitle(person.name)}
        act={words.liftHoldOff}
        isBusy={act.isBusy}
        answer={act.answer}
        onSubmit={lift}
        onClose={onClose}
      >
        <p>{words.liftHoldOffQuestion}</p>
      </DialogForm>
    );
  }
  if (open.act === 'releaseIdentity' || open.act === 'resetFactor')
    return <TakeWayIn way={open.act === 'resetFactor' ? 'factor' : 'identity'} person={person} of={of} onDone={onDone} onClose={onClose} />;
  if (person.isActive) return <DisablePerson person={person} of={of} onDone={onDone} onClose={onClose} />;
  const enable = async () => {
    const sentence = words.enabledDone(person.name);
    if (await act.run(() => trpc.office.setActive.mutate({ ...of, isActive: true }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm
      title={`${words.enable} ${person.name}`}
      act={words.enable}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={enable}
      onClose={onClose}
    >
      <p>{words.enableQuestion}</p>
    </DialogForm>
  );
}
