'use client';

import clsx from 'clsx';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import type { OutboxStatus } from '../outbox/outbox';
import { useValue, type Value } from '../store/value';
import { clockText } from '../times';

/**
 * What has become of what was typed. 已保存 stands only when the server has answered for all of it: nothing is unsaved on the
 * screen and nothing of this form is left in the outbox.
 */
export function SaveMark({ status, onSignIn, onProblems }: { status: Value<OutboxStatus>; onSignIn: () => void; onProblems: () => void }) {
  const { store } = useFiling();
  const { save } = useMessages().clerk;
  const { entries, connection, isDurable } = useValue(status);
  const hasUnsaved = useValue(store.hasUnsaved);
  const lastSavedAt = useValue(store.lastSavedAt);
  const mine = entries.filter((entry) => entry.filingId === store.form.get().filingId);
  const problems = mine.filter((entry) => entry.problem).length;
  const waiting = mine.length - problems;
  const isSaving = hasUnsaved || (waiting > 0 && connection === 'ok');
  const isOut = connection === 'signed_out' && waiting > 0;
  const isOffline = connection === 'offline' && waiting > 0;
  const text = isOut
    ? save.signedOut(waiting)
    : isOffline
      ? save.offline(waiting, isDurable)
      : isSaving
        ? save.saving
        : problems > 0
          ? save.problems(problems)
          : !store.canEdit
            ? save.readOnly
            : lastSavedAt
              ? save.saved(clockText(lastSavedAt, new Date()))
              : save.nothing;
  const isTrouble = isOut || (problems > 0 && !isSaving);
  const act = isOut ? onSignIn : problems > 0 ? onProblems : null;
  return (
    <div
      role="status"
      suppressHydrationWarning
      className={clsx(
        'min-w-40 text-right text-[14px] leading-6 tabular-nums',
        isTrouble ? 'text-seal' : isOffline ? 'text-confirm' : 'text-muted',
      )}
    >
      <span aria-hidden="true">{isTrouble ? '✕ ' : isOffline ? '！' : isSaving ? '… ' : '✓ '}</span>
      {act ? (
        <button type="button" onClick={act} className="min-h-6 underline underline-offset-2">
          {text}
        </button>
      ) : (
        <span suppressHydrationWarning>{text}</span>
      )}
    </div>
  );
}
