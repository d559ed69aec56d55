'use client';

import { type FormEvent, useState } from 'react';
import { type ThreeDuty, threeDuties } from '@/server/domain/duties';
import type { DutiesPage } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useConfirmation } from '../../signing/use-confirmation';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { SelectField } from '../../ui/field';
import { PersonOptions } from './person-options';

/** Names the three and makes them three people, with the password. */
export function DivideForm({ people: able }: { people: DutiesPage['people'] }) {
  const { common, people, office } = useWritingMessages();
  const words = office.duties;
  const client = useTRPCClient();
  const act = useAct();
  const confirmation = useConfirmation();
  const [named, setNamed] = useState<Record<ThreeDuty, string>>({ system_admin: '', security_admin: '', auditor: '' });
  const divide = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act.run(() => client.duty.divide.mutate({ ...named, password: confirmation.password }), words.divided)))
      confirmation.forget();
  };
  return (
    <form method="post" onSubmit={divide} className="flex max-w-field flex-col gap-4 border-t border-hairline pt-4">
      <p className="text-body leading-6">{words.divideHint}</p>
      {threeDuties.map((duty) => (
        <SelectField
          key={duty}
          label={common.roles[duty]}
          hint={people.rolePurposes[duty]}
          required
          value={named[duty]}
          onChange={(event) => setNamed({ ...named, [duty]: event.target.value })}
        >
          <PersonOptions people={able} />
        </SelectField>
      ))}
      {confirmation.field}
      <ActAnswer answer={act.answer} className="empty:-mb-4" />
      <div>
        <BindingButton type="submit" look="primary" disabled={act.isBusy || !confirmation.isReady}>
          {words.divide}
        </BindingButton>
      </div>
    </form>
  );
}
