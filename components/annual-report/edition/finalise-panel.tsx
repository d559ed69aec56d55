'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { FinaliseDialog } from './finalise-dialog';
import { ObstacleList } from './obstacle-list';

/** What is to be settled before the edition, each with the way there; and the one official act of the page, for whoever does it. */
export function FinalisePanel({ page, format, onLead }: { page: ReportPage; format: Format; onLead: (place: string) => void }) {
  const { report } = useWritingMessages();
  const [isOpen, setIsOpen] = useState(false);
  const mayFinalise = page.verdicts['report.finalise'] === 'allowed';
  const left = page.obstacles.length;
  const isUntouched = page.untouchedSince !== null;
  if (!mayFinalise && left === 0 && !isUntouched) return null;
  const number = (page.editions[0]?.number ?? 0) + 1;
  return (
    <Sheet title={report.tabs.final}>
      {page.untouchedSince !== null && <Notice tone="done">{report.untouched(page.untouchedSince)}</Notice>}
      {!isUntouched && left > 0 && (
        <div className="flex flex-col gap-3 pb-3">
          <Notice tone="confirm">{report.obstaclesLeft(left)}</Notice>
          <ObstacleList of={page} obstacles={page.obstacles} format={format} signing={page.signing} onLead={onLead} />
        </div>
      )}
      {!isUntouched && mayFinalise && (
        <>
          <Button look="official" className="w-full" disabled={left > 0} aria-describedby="finalise-hint" onClick={() => setIsOpen(true)}>
            {report.finalise(number)}
          </Button>
          <p id="finalise-hint" className="pt-2 text-note leading-5 text-muted">
            {left > 0 ? report.finaliseLater(left) : report.finaliseHint}
          </p>
        </>
      )}
      {/* It tells what was made, on a page that has nothing left to finalise. */}
      {isOpen && <FinaliseDialog page={page} number={number} onClose={() => setIsOpen(false)} />}
    </Sheet>
  );
}
