'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { refusedPerson } from '../refused-person';
import { useTRPCClient } from '../trpc-client';
import type { Me } from './me';

/** A page that changed hands: whose it was, and whether something was refused because of it. */
export interface ChangedHands {
  fromId: string;
  from: string;
  wasRefused: boolean;
}

let holds = 0;

/**
 * A page that asks its person to sign in again, because it holds what is not stored yet, is not made anew for a colleague meanwhile: what was
 * typed would be gone from the screen. The page says itself that it is somebody else who is here.
 */
export function useHeldPage(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    holds += 1;
    return () => {
      holds -= 1;
    };
  }, [isHeld]);
}

/**
 * Looks again who is signed in whenever the page comes to the front, and when an answer says that it is somebody else: another tab of the
 * same browser may have changed that. Then the page is made anew for who is here now, unless it is held (`useHeldPage`). Where nobody is,
 * it stays: its own acts say so, and what was typed stays on the screen.
 *
 * @returns whose page it was before, until the person has read it
 */
export function usePersonHere(me: Me): { changedHands: ChangedHands | null; forget: () => void } {
  const router = useRouter();
  const client = useTRPCClient();
  const [changedHands, setChangedHands] = useState<ChangedHands | null>(null);
  const isLooking = useRef(false);
  const { userId, name } = me;

  useEffect(() => {
    const look = async (wasRefused: boolean) => {
      if (isLooking.current || document.visibilityState === 'hidden') return;
      isLooking.current = true;
      // Without an answer nothing is known; the next act asks again.
      const here = await client.person.me.query().catch(() => null);
      isLooking.current = false;
      if (!here || here.userId === userId || holds > 0) return;
      setChangedHands((was) => ({ fromId: userId, from: name, wasRefused: wasRefused || (was?.fromId === userId && was.wasRefused) }));
      router.refresh();
    };
    const onFront = () => void look(false);
    const onRefused = () => void look(true);
    window.addEventListener('focus', onFront);
    window.addEventListener('pageshow', onFront);
    document.addEventListener('visibilitychange', onFront);
    window.addEventListener(refusedPerson, onRefused);
    return () => {
      window.removeEventListener('focus', onFront);
      window.removeEventListener('pageshow', onFront);
      document.removeEventListener('visibilitychange', onFront);
      window.removeEventListener(refusedPerson, onRefused);
    };
  }, [client, router, userId, name]);

  return { changedHands, forget: () => setChangedHands(null) };
}
