'use client';

import type { FormEvent } from 'react';
import { type PasswordProfile, passwordProfiles } from '@/server/domain/accounts/password-policy';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { useDraft } from '../../ui/draft';
import { SelectField } from '../../ui/field';
import { Sheet } from '../../ui/page';

/** Which standard the passwords of the office follow. */
export function PasswordProfileForm({ stored }: { stored: PasswordProfile }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const draft = useDraft(stored);
  const profile = draft.value;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act.run(() => client.office.setPasswordProfile.mutate({ profile, seen: stored }), account.profileSaved)) draft.saved(profile);
  };
  return (
    <Sheet title={account.profileTitle} className="mt-6">
      <form method="post" onSubmit={save} className="flex max-w-form flex-col gap-4">
        <SelectField
          label={account.profile}
          hint={account.profileHint}
          value={profile}
          onChange={(event) => draft.set(event.target.value === 'asvs' ? 'asvs' : 'dengbao')}
        >
          {passwordProfiles.map((one) => (
            <option key={one} value={one}>
              {account.profiles[one]}
            </option>
          ))}
        </SelectField>
        <ActAnswer answer={act.answer} className="empty:-mb-4" />
        <div>
          <Button type="submit" disabled={act.isBusy || profile === stored}>
            {account.profileSave}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
