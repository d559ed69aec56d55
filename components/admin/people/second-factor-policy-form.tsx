'use client';

import type { FormEvent } from 'react';
import { type SecondFactorPolicy, secondFactorPolicies } from '@/server/domain/accounts/second-factor-policy';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { useDraft } from '../../ui/draft';
import { SelectField } from '../../ui/field';
import { Sheet } from '../../ui/page';

/** Of whom the office asks a second factor. */
export function SecondFactorPolicyForm({ stored }: { stored: SecondFactorPolicy }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const draft = useDraft(stored);
  const policy = draft.value;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await act.run(() => client.office.setSecondFactorPolicy.mutate({ policy, seen: stored }), account.factorPolicySaved);
    if (saved) draft.saved(policy);
  };
  return (
    <Sheet title={account.factorPolicyTitle} className="mt-6">
      <form method="post" onSubmit={save} className="flex max-w-form flex-col gap-4">
        <SelectField
          label={account.factorPolicy}
          hint={account.factorPolicyHint}
          value={policy}
          onChange={(event) => draft.set(secondFactorPolicies.find((one) => one === event.target.value) ?? stored)}
        >
          {secondFactorPolicies.map((one) => (
            <option key={one} value={one}>
              {account.factorPolicies[one]}
            </option>
          ))}
        </SelectField>
        <ActAnswer answer={act.answer} className="empty:-mb-4" />
        <div>
          <Button type="submit" disabled={act.isBusy || policy === stored}>
            {account.factorPolicySave}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
