'use client';

import { useContext, useEffect, useState } from 'react';
import { changeProblem, type SlipChange } from '@/server/domain/corrections';
import type { SlipDesk, SlipPage } from '@/server/queries/slips';
import { useValue } from '../filing-form/store/value';
import { refusalOf, useTRPCClient } from '../trpc-client';
import { KeptOwner } from '../ui/kept-owner';
import { keptTexts } from '../ui/kept-texts';
import { newId } from '../ui/new-id';
import { createSlipSaving, type SlipContent } from './slip-saving';

/** How long after it was asked to go a page that is still there counts as leaving; a navigation may be taken back. */
const leavingMs = 10_000;

/** The draft on the desk, saving itself; its address is the slip's own once it has a number. */
export function useSlipDraft(desk: SlipDesk, slip: SlipPage['slip'] | null) {
  const client = useTRPCClient();
  const owner = useContext(KeptOwner);
  const [saving] = useState(() => {
    let kept = slip?.id ?? 'new';
    let leftAt = Number.NEGATIVE_INFINITY;
    const isLeaving = () => Date.now() - leftAt < leavingMs;
    if (typeof window !== 'undefined')
      window.addEventListener('beforeunload', () => {
        leftAt = Date.now();
      });
    const place = () => `slip ${desk.unitId} ${desk.year} ${kept}`;
    return createSlipSaving({
      content: { changes: slip?.changes ?? [], reason: slip?.reason ?? '' },
      base: slip && { id: slip.id, version: slip.version, number: slip.number },
      isWorthSaving: ({ changes }) => changes.some((one) => changeProblem(desk.books, { year: desk.year, changes }, one) !== 'same'),
      newId: newId(),
      async write({ changes, reason }, of) {
        const isNew = 'newId' in of;
        const written = await client.slip.write.mutate({
          unitId: desk.unitId,
          year: desk.year,
          slip: isNew ? null : { id: of.id, version: of.version },
          ...(isNew ? { newId: of.newId } : {}),
          changes: [...changes],
          reason,
        });
        if (isNew) {
          if (!isLeaving()) keptTexts.forget(owner, place());
          kept = written.slipId;
          window.history.replaceState(null, '', `/slips/${written.slipId}`);
        }
        return { id: written.slipId, version: written.version, number: written.number };
      },
      conflictOf,
      isLeaving,
      kept: {
        read: () => keptTexts.read(owner, place()),
        keep: (text) => keptTexts.keep(owner, place(), text),
        forget: () => keptTexts.forget(owner, place()),
      },
    });
  });
  const draft = useValue(saving.draft);
  useEffect(() => {
    saving.takeUp();
    const send = () => void saving.flush().catch(() => undefined);
    // A new slip has no address yet that a reload would come back to: it stays in the tab until it has.
    const leave = () => saving.draft.get().base && send();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', send);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', send);
      saving.stop();
    };
  }, [saving]);
  const { kind } = draft.mark;
  const isAtRisk = kind === 'failed' || kind === 'conflict';
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
  return { ...draft, saving };
}

/** A colleague wrote the draft since: what it says now. */
function conflictOf(error: unknown): (SlipContent & { version: number }) | null {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'conflict' || typeof refusal.details !== 'object' || refusal.details === null) return null;
  const { version, reason, changes } = refusal.details as { version?: number; reason?: string; changes?: readonly SlipChange[] };
  return version === undefined || reason === undefined || changes === undefined ? null : { version, reason, changes };
}
