'use client';

import { useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { type CellState, cellStates, stateWords } from '../entry/cell-states';
import { commentSign, followUpSign } from '../entry/cell-words';

/** What the signs of a cell mean, one click away. */
export function Legend() {
  const messages = useMessages();
  const { form } = messages.clerk;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button isSmall look="quiet" onClick={() => setIsOpen(true)}>
        {form.legend}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={form.legendTitle}>
        <p className="pb-2 text-body leading-7">{form.grid}</p>
        <ul className="grid grid-cols-2 gap-2 text-body">
          {(Object.keys(cellStates) as CellState[]).map((state) => {
            const { sign, ink, paper } = cellStates[state];
            return (
              <li key={state} className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className={`inline-flex size-8 shrink-0 items-center justify-center border border-ink/40 font-semibold ${paper} ${ink}`}
                >
                  {sign}
                </span>
                {stateWords(state, messages)}
              </li>
            );
          })}
          {(
            [
              [followUpSign, messages.talk.followUp],
              [commentSign, messages.talk.title],
            ] as const
          ).map(([sign, words]) => (
            <li key={sign} className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="inline-flex size-8 shrink-0 items-center justify-center border border-ink/40 bg-paper font-semibold text-act"
              >
                {sign}
              </span>
              {words}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
