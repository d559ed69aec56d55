'use client';

import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';

/** Ends the session on the server, then leaves; a page that stayed open would show what nobody may see any more. */
export function SignOutButton() {
  const { common } = useMessages();
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle');
  const leave = async () => {
    setState('leaving');
    try {
      await signOut({ redirect: false });
      window.location.assign('/sign-in');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && (
        <span role="alert" className="text-[13px] text-seal">
          ✕ {common.lostConnection}
        </span>
      )}
      <Button look="quiet" isSmall disabled={state === 'leaving'} onClick={leave}>
        {common.signOut}
      </Button>
    </>
  );
}
