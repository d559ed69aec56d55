'use client';

import type { OfficePerson } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';
import { DialogForm } from '../dialog-form';

/** Takes a person's identity at the office's provider away, with a reason. */
export function ReleaseIdentity({
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
  const words = useWritingMessages().people;
  const trpc = useTRPCClient();
  const act = useAct();
  const [reason, write, forget] = useKeptText(`release ${of.userId}`);
  const release = async () => {
    const sentence = words.identityReleased(person.name);
    if (!(await act.run(() => trpc.office.releaseIdentity.mutate({ ...of, reason }), sentence))) return;
    forget();
    onDone(sentence);
  };
  return (
    <DialogForm
      title={words.releaseIdentityTitle(person.name)}
      act={words.releaseIdentity}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={release}
      onClose={onClose}
    >
      <p>{words.releaseIdentityQuestion}</p>
      <TextArea
        label={words.releaseIdentityReason}
        hint={words.leaveOpenHint}
        required
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => write(event.target.value)}
      />
    </DialogForm>
  );
}
