'use client';

import type { Figure } from '@/server/domain/figures';
import { type Cell, cellName } from '@/server/domain/formats';
import { figureField } from '../../clipboard/figure-field';
import { useMessages } from '../../messages/messages-provider';
import { TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { compareTotal } from './compare-total';

/** Beside a computed total, the one that was added up on paper. It is compared and goes nowhere. */
export function OwnTotal({ cell, figure, text, onText }: { cell: Cell; figure: Figure; text: string; onText: (text: string) => void }) {
  const { side } = useMessages().clerk;
  const compared = compareTotal(text, figure, cell);
  const said = {
    empty: null,
    same: (
      <span className="text-done">
        <Icon name="done" className="mr-1" />
        {side.ownTotalSame}
      </span>
    ),
    unknown: <span className="text-muted">{side.ownTotalUnknown}</span>,
    unreadable: (
      <span className="text-wrong">
        <Icon name="wrong" className="mr-1" />
        {side.ownTotalUnreadable}
      </span>
    ),
    differs: (
      <span className="text-confirm">
        <Icon name="confirm" className="mr-1" />
        {side.ownTotalDiffers(compared.kind === 'differs' ? compared.by : '')}
      </span>
    ),
  }[compared.kind];
  return (
    <div className="mt-1.5">
      <TextField
        label={<span className="text-note leading-5 font-normal text-muted">{side.ownTotal}</span>}
        aria-description={cellName(cell)}
        inputMode="decimal"
        autoComplete="off"
        {...figureField(text, onText)}
      />
      <p aria-live="polite" className="min-h-6 text-note">
        {said}
      </p>
    </div>
  );
}
