'use client';

import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { keptTexts } from '../ui/kept-texts';

/** Ends the session on the server, then leaves; a page that stayed open would show what nobody may see any more. */
export function SignOutButton() {
  const { common } = useMessages();
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle');
  const leave = async () => {
    setState('leaving');
    try {
      await endSession();
      keptTexts.forgetAll();
      window.location.assign('/sign-in');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && (
        <span role="alert" className="text-note text-wrong">
          <Icon name="wrong" className="mr-1" />
          {common.lostConnection}
        </span>
      )}
      <Button look="quiet" isSmall disabled={state === 'leaving'} onClick={leave}>
        {common.signOut}
      </Button>
    </>
  );
}

/** The two requests that next-auth's own client makes; the rest of that client would come along with every page. */
async function endSession(): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) });
  if (!answer.ok) throw new Error(`signing out was answered ${answer.status}`);
}
