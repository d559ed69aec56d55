'use client';

import { useEffect, useState } from 'react';
import type { Heir } from '@/server/queries/people';
import { useTRPCClient } from '../../trpc-client';

/** Who may take something over: asked for only where something is left, because that is everybody. Null until the answer is there. */
export function useHeirs(isNeeded: boolean): readonly Heir[] | null {
  const trpc = useTRPCClient();
  const [heirs, setHeirs] = useState<readonly Heir[] | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isOver = false;
    trpc.office.heirs.query().then(
      (known) => !isOver && setHeirs(known),
      // Without them the work may still be left open, with a reason.
      () => !isOver && setHeirs([]),
    );
    return () => {
      isOver = true;
    };
  }, [trpc, isNeeded]);
  return heirs;
}
