import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'wrong' | 'confirm' | 'done' | 'act' | 'plain';

const tones: Record<Tone, { box: string; mark: string }> = {
  wrong: { box: 'border-wrong/40 bg-wrong-soft text-wrong', mark: '✕' },
  confirm: { box: 'border-confirm/40 bg-confirm-soft text-confirm', mark: '!' },
  done: { box: 'border-done/40 bg-done-soft text-done', mark: '✓' },
  act: { box: 'border-act/30 bg-act-soft text-act', mark: 'i' },
  plain: { box: 'border-hairline bg-paper text-muted', mark: '·' },
};

/** A sentence that matters, with a mark beside its colour. `role="alert"` when it answers an act that failed. */
export function Notice({
  tone = 'plain',
  title,
  children,
  isAlert = false,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  isAlert?: boolean;
  className?: string;
}) {
  return (
    <div
      role={isAlert ? 'alert' : undefined}
      className={clsx('flex gap-2.5 rounded border px-3 py-2 text-body leading-6', tones[tone].box, className)}
    >
      <span aria-hidden="true" className="w-3 text-center font-semibold">
        {tones[tone].mark}
      </span>
      <div className="min-w-0 flex-1">
        {title && <div className="font-semibold">{title}</div>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}

/** A small mark in words: a status, a count, a severity. */
export function Badge({ tone = 'plain', children, className }: { tone?: Tone; children: ReactNode; className?: string }) {
  return (
    <span className={clsx('badge', tones[tone].box, className)}>
      <span aria-hidden="true" className="w-3 text-center">
        {tones[tone].mark}
      </span>
      {children}
    </span>
  );
}
