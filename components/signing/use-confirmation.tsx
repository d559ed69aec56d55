'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { useTRPCClient } from '../trpc-client';
import { TextField } from '../ui/field';

export interface Confirmation {
  field: ReactNode;
  password: string;
  isReady: boolean;
  /** After a refusal: it is typed anew. */
  forget: () => void;
}

/**
 * What an official act asks of the person before it is done: the password again, or, at the open door of a demonstration, nothing
 * but the click. The server decides by its own door; this only draws it.
 */
export function useConfirmation(): Confirmation {
  const { confirmation: words } = useMessages().common;
  const client = useTRPCClient();
  const [asked, setAsked] = useState<{ by: 'password' | 'one_click'; name: string } | null>(null);
  const [password, setPassword] = useState('');
  useEffect(() => {
    let isHere = true;
    Promise.all([client.person.confirmsBy.query(), client.person.me.query()]).then(
      ([by, me]) => isHere && setAsked({ by, name: me?.name ?? '' }),
      // No answer: the password is asked for, which is never wrong.
      () => isHere && setAsked({ by: 'password', name: '' }),
    );
    return () => {
      isHere = false;
    };
  }, [client]);
  const field =
    asked === null ? null : asked.by === 'one_click' ? (
      <p className="text-note leading-6 text-muted">{words.asYourself(asked.name)}</p>
    ) : (
      <TextField
        label={words.password}
        hint={words.hint}
        type="password"
        autoComplete="current-password"
        value={password}
        maxLength={200}
        onChange={(event) => setPassword(event.target.value)}
      />
    );
  return { field, password, isReady: asked?.by === 'one_click' || password !== '', forget: () => setPassword('') };
}
