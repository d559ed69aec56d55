'use client';

import { useState } from 'react';
import { dayAt } from '@/server/domain/periods';
import type { BoardCell } from '@/server/queries/board';
import { ExtendDialog } from '../../deadline/extend-dialog';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';

/** Beside a quarter that is late or whose unit asks for more time: what it asks for, and the way to give it. */
export function CellDeadlineActs({ cell, of }: { cell: BoardCell; of: { unitName: string; year: number; quarter: number } }) {
  const { office, common } = useWritingMessages();
  const words = office.extensions;
  const [isOpen, setIsOpen] = useState(false);
  const { deadline } = cell;
  if (!deadline || (!deadline.ask && !(deadline.mayExtend && cell.daysOverdue > 0))) return null;
  const { ask, mayExtend } = deadline;
  const act = ask ? words.grant : words.give;
  return (
    <div className="flex flex-wrap items-center gap-2 px-2 text-note leading-5">
      {ask && <span className="text-confirm">! {words.wantsShort(ask.until)}</span>}
      {mayExtend && (
        <Button
          isSmall
          className="print:hidden"
          aria-label={words.of(act, of.unitName, common.quarter(of.quarter))}
          onClick={() => setIsOpen(true)}
        >
          {act}
        </Button>
      )}
      {isOpen && (
        <ExtendDialog
          of={{ ...of, ...deadline, ask: ask && { ...ask, by: of.unitName }, filingId: cell.filingId }}
          today={dayAt(new Date())}
          onClose={() => setIsOpen(false)}
          onDone={() => {}}
        />
      )}
    </div>
  );
}
