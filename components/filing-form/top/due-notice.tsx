'use client';

import { type ComponentType, Suspense, useEffect, useState } from 'react';
import type { AskDialog } from '../../deadline/ask-dialog';
import type { ExtendDialog } from '../../deadline/extend-dialog';
import { askDialog, extendDialog } from '../../deadline/late-dialogs';
import { useMessages } from '../../messages/messages-provider';
import { HowToReachTheOffice } from '../../shell/office-contact';
import { whileSeen } from '../../shell/while-seen';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useFiling } from '../filing-context';
import type { OutboxStatus } from '../outbox/outbox';
import { useLateValue } from '../store/use-late-value';
import { useValue, type Value } from '../store/value';

/** How often a locked page asks whether it has been given time; coming back to it asks at once. */
const everyMs = 30_000;

/** Why a quarter is locked since its due day, whom to ask, and what was asked already. It goes when the office has given time. */
export function DueNotice({ status, today }: { status: Value<OutboxStatus>; today: string }) {
  const { store, refresh } = useFiling();
  const { deadline: words } = useMessages().clerk;
  const { deadline, verdicts, filingId } = useLateValue(store.form);
  const { entries } = useValue(status);
  const kept = entries.filter((one) => one.filingId === filingId && isPastDue(one)).length;
  const isHeld = verdicts['filing.edit'] === 'past_due';
  // The day went by while the page stood here, and a save told so first: the page is told as well.
  useEffect(() => {
    if (kept > 0 && !isHeld) refresh().catch(() => {});
  }, [kept, isHeld, refresh]);
  useOpenedAgain(filingId, isHeld);
  const { ask } = deadline;
  const mayAsk = verdicts['deadline.ask'] === 'allowed';
  if (!isHeld && !(ask && mayAsk)) return null;
  return (
    <Notice tone={isHeld ? 'confirm' : 'act'} className="mb-3">
      {isHeld && (
        <>
          <p className="font-semibold">{words.lockedTitle(deadline.dueOn)}</p>
          <p>{words.locked}</p>
          {kept > 0 && <p>！{words.kept(kept)}</p>}
          <HowToReachTheOffice />
        </>
      )}
      {ask && <p>{words.asked(ask.by, ask.until, ask.reason)}</p>}
      {mayAsk && <AskButton today={today} label={ask ? words.askAgain : words.ask} className="mt-1" />}
    </Notice>
  );
}

export function isPastDue({ problem }: OutboxStatus['entries'][number]): boolean {
  return problem?.kind === 'refused' && problem.code === 'past_due';
}

function AskButton({ today, label, className }: { today: string; label: string; className?: string }) {
  const { store, refresh } = useFiling();
  const { common } = useMessages();
  const form = useLateValue(store.form);
  const [Dialog, setDialog] = useState<ComponentType<Parameters<typeof AskDialog>[0]> | null>(null);
  useEffect(askDialog.preload, []);
  return (
    <>
      <Button isSmall className={className} onClick={() => askDialog.use((part) => setDialog(() => part.AskDialog))}>
        {label}
      </Button>
      {Dialog && (
        <Dialog
          filingId={form.filingId}
          period={common.period(form.year, form.quarter)}
          dueOn={form.dueOn}
          today={today}
          onClose={() => setDialog(null)}
          onAsked={refresh}
        />
      )}
    </>
  );
}

/** Beside the due day: what the unit has of its own, and the way to more, for whoever may ask and whoever may give. */
export function DueDetails({ today }: { today: string }) {
  const { store, refresh } = useFiling();
  const { deadline: words } = useMessages().clerk;
  const form = useLateValue(store.form);
  const [Dialog, setDialog] = useState<ComponentType<Parameters<typeof ExtendDialog>[0]> | null>(null);
  if (form.isPractice) return null;
  const { deadline, verdicts } = form;
  const { extension } = deadline;
  const isOpen = form.status === 'open' || form.status === 'returned';
  return (
    <>
      {extension && deadline.dueOn !== deadline.quarterDueOn && (
        <span title={extension.reason ? words.because(extension.reason) : undefined}>{words.extended(deadline.quarterDueOn)}</span>
      )}
      {isOpen && deadline.locks && !deadline.isPastLock && <span>{words.locks}</span>}
      {verdicts['deadline.ask'] === 'allowed' && verdicts['filing.edit'] !== 'past_due' && !deadline.ask && (
        <AskButton today={today} label={words.ask} />
      )}
      {verdicts['deadline.extend'] === 'allowed' && (
        <Button isSmall onClick={() => extendDialog.use((part) => setDialog(() => part.ExtendDialog))}>
          {words.extend}
        </Button>
      )}
      {Dialog && (
        <Suspense fallback={null}>
          <Dialog
            of={{ ...form, extension, ask: deadline.ask }}
            today={today}
            onClose={() => setDialog(null)}
            onDone={() => refresh().catch(() => {})}
          />
        </Suspense>
      )}
    </>
  );
}

/** A page that is locked is loaded anew once the office has given time: then what waits in the outbox goes on. */
function useOpenedAgain(filingId: string, isHeld: boolean): void {
  const client = useTRPCClient();
  useEffect(() => {
    if (!isHeld) return;
    return whileSeen({
      ask: () => client.deadline.ofFiling.query({ filingId }),
      onAnswer: (deadline) => {
        if (deadline && !deadline.isPastLock) window.location.reload();
      },
      everyMs,
    });
  }, [client, filingId, isHeld]);
}
