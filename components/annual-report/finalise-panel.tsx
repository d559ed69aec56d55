'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';
import { FinaliseDialog } from './finalise-dialog';

/** The one official act of the page. Refused, it lists what is to be settled. */
export function FinalisePanel({ page, format }: { page: ReportPage; format: Format }) {
  const { report } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  if (page.verdicts['report.finalise'] !== 'allowed') return null;
  const number = (page.editions[0]?.number ?? 0) + 1;
  return (
    <Sheet>
      <Button look="official" className="w-full" onClick={() => setIsOpen(true)}>
        {report.finalise(number)}
      </Button>
      <p className="pt-2 text-[13px] leading-5 text-muted">{report.finaliseHint}</p>
      {isOpen && <FinaliseDialog page={page} format={format} number={number} onClose={() => setIsOpen(false)} />}
    </Sheet>
  );
}
