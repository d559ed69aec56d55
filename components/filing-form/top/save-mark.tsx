'use client';

import clsx from 'clsx';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import type { OutboxStatus } from '../outbox/outbox';
import { useValue, type Value } from '../store/value';
import { clockText } from '../times';
import { type SaveState, saveState } from './save-state';

/** A tick stands for what the server has; words that end in … need no sign of their own. */
const signs: Record<SaveState, string> = {
  typing: '',
  saving: '',
  saved: '✓ ',
  nothing: '',
  read_only: '',
  offline: '！',
  full: '！',
  failing: '！',
  signed_out: '✕ ',
  problems: '✕ ',
};

const isBrief: ReadonlySet<SaveState> = new Set(['typing', 'saving', 'saved', 'nothing']);

/**
 * What has become of what was typed, in one line.
 */
export function SaveMark({ status, onSignIn, onProblems }: { status: Value<OutboxStatus>; onSignIn: () => void; onProblems: () => void }) {
  const { store } = useFiling();
  const { save } = useMessages().clerk;
  const { entries, connection, isDurable } = useValue(status);
  const hasUnsaved = useValue(store.hasUnsaved);
  const lastSavedAt = useValue(store.lastSavedAt);
  const isTyping = useValue(store.isComposing) || hasUnsaved;
  const mine = entries.filter((entry) => entry.filingId === store.form.get().filingId);
  const problems = mine.filter((entry) => entry.problem).length;
  const waiting = mine.length - problems;
  const state = saveState({ isTyping, waiting, problems, connection, canEdit: store.canEdit, hasSaved: lastSavedAt !== null });
  const text = {
    typing: save.typing,
    signed_out: save.signedOut(waiting, isDurable),
    offline: save.offline(waiting, isDurable),
    full: save.full(waiting, isDurable),
    failing: save.failing(waiting, isDurable),
    saving: save.saving,
    problems: save.problems(problems),
    read_only: save.readOnly,
    saved: save.saved(lastSavedAt ? clockText(lastSavedAt, new Date()) : ''),
    nothing: save.nothing,
  }[state];
  const isOut = state === 'signed_out';
  const isHeldUp = state === 'offline' || state === 'full' || state === 'failing';
  const isTrouble = isOut || state === 'problems';
  const act = isOut ? onSignIn : problems > 0 ? onProblems : null;
  return (
    <div
      role="status"
      suppressHydrationWarning
      className={clsx(
        'ml-auto shrink-0 text-right tabular-nums',
        // These words fit, and come and go while somebody types: nothing around them is laid out anew.
        isBrief.has(state)
          ? 'h-6 w-40 text-note leading-6 whitespace-nowrap [contain:size_layout]'
          : // The longer ones have two lines of the bar, which stays as high as it is.
            'max-w-field min-w-40 text-note leading-4.5 max-lg:max-w-none',
        isTrouble ? 'text-wrong' : isHeldUp ? 'text-confirm' : 'text-muted',
      )}
    >
      <span aria-hidden="true">{signs[state]}</span>
      {act ? (
        <button type="button" onClick={act} className="min-h-6 text-right underline underline-offset-2">
          {text}
        </button>
      ) : (
        <span suppressHydrationWarning>{text}</span>
      )}
    </div>
  );
}
