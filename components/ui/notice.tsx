import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-lines';

export type Tone = 'wrong' | 'confirm' | 'done' | 'act' | 'plain';

const tones: Record<Tone, { box: string; icon: IconName | null }> = {
  wrong: { box: 'border-wrong/40 bg-wrong-soft text-wrong', icon: 'wrong' },
  confirm: { box: 'border-confirm/40 bg-confirm-soft text-confirm', icon: 'confirm' },
  done: { box: 'border-done/40 bg-done-soft text-done', icon: 'done' },
  act: { box: 'border-act/30 bg-act-soft text-act', icon: 'info' },
  plain: { box: 'border-hairline bg-paper text-muted', icon: null },
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
  const { box, icon } = tones[tone];
  return (
    <div role={isAlert ? 'alert' : undefined} className={clsx('flex gap-2.5 rounded border px-3 py-2 text-body leading-6', box, className)}>
      {icon && <Icon name={icon} className="mt-1" />}
      <div className="min-w-0 flex-1">
        {title && <div className="font-semibold">{title}</div>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}

/** A small mark in words: a status, a count, a severity. */
export function Badge({ tone = 'plain', children, className }: { tone?: Tone; children: ReactNode; className?: string }) {
  const { box, icon } = tones[tone];
  return (
    <span className={clsx('badge', box, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
