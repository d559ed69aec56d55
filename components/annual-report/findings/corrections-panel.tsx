'use client';

import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/page';

/** Correction slips that are in the figures, and whether the newest edition is behind them. */
export function CorrectionsPanel({ page }: { page: ReportPage }) {
  const { slips, report } = useWritingMessages();
  const { corrections, correctedSinceEdition: since, editions } = page;
  const edition = editions[0]?.number;
  if (corrections.length === 0) return null;
  return (
    <Sheet title={slips.inReportTitle}>
      {since.length > 0 && edition !== undefined && (
        <Notice tone="confirm" className="mb-2">
          {slips.newEditionNeeded(edition, since.map((one) => `${one.unitName}${report.shortQuarter(one.quarter)}`).join(report.comma))}
        </Notice>
      )}
      <ul className="divide-y divide-hairline">
        {corrections.map((one) => (
          <li key={one.slipId} className="py-2 text-body leading-6">
            <Link href={`/slips/${one.slipId}`} className="text-act underline-offset-2 hover:underline">
              {slips.inReport(one.unitName, one.year, one.number)}
            </Link>
            <p>{one.reason}</p>
            <p className="text-note text-muted">{slips.inReportCells(one.cells, momentText(one.acceptedAt))}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
