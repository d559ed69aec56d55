'use client';

import { useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { commentSign, followUpSign } from '../entry/cell-words';

/** What the signs in a cell's corner mean, one click away. */
export function Legend() {
  const { clerk, talk } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { cell, form } = clerk;
  const signs: readonly (readonly [string, string, string])[] = [
    ['✕', cell.mustFix, 'bg-seal-soft text-seal'],
    ['！', cell.confirm, 'bg-confirm-soft text-confirm'],
    ['i', cell.hint, 'bg-paper text-muted'],
    ['✎', cell.remark, 'bg-seal-soft text-seal'],
    ['·', cell.unsaved, 'bg-paper text-muted'],
    ['↑', cell.waiting, 'bg-paper text-muted'],
    ['⚠', cell.refused, 'bg-seal-soft text-seal'],
    ['⇄', cell.conflict, 'bg-seal-soft text-seal'],
    ['Σ', cell.computed, 'bg-desk text-muted'],
    ['↦', cell.carried, 'bg-desk text-muted'],
    [followUpSign, talk.followUp, 'bg-paper text-act'],
    [commentSign, talk.title, 'bg-paper text-act'],
  ];
  return (
    <>
      <Button isSmall look="quiet" onClick={() => setIsOpen(true)}>
        {form.legend}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={form.legendTitle}>
        <p className="pb-2 text-[15px] leading-7">{form.grid}</p>
        <ul className="grid grid-cols-2 gap-2 text-[15px]">
          {signs.map(([sign, words, look]) => (
            <li key={sign} className="flex items-center gap-2">
              <span className={`inline-flex size-8 items-center justify-center border border-ink/40 font-semibold ${look}`}>{sign}</span>
              {words}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
