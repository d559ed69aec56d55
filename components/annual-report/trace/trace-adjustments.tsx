'use client';

import type { Cell, Format } from '@/server/domain/formats';
import { printedRemark } from '@/server/domain/report/notes';
import { mayBeAdjusted } from '@/server/domain/roll-up';
import type { ReportPage } from '@/server/queries/report';
import type { ToldTrace } from '@/server/queries/told-trace';
import { useWritingMessages } from '../../messages/writing-words';
import { AdjustForm } from '../findings/adjust-form';
import { AdjustmentLineView } from '../paper/adjustment-line-view';
import { printKnown } from '../paper/print-known';
import { RemarkEditor } from '../paper/remark-editor';

/** What stands between the sum and the print of a figure, with the ways to write a line or a remark. */
export function TraceAdjustments({
  page,
  format,
  cell,
  data,
  onSaved,
}: {
  page: ReportPage;
  format: Format;
  cell: Cell;
  data: ToldTrace;
  onSaved: () => void;
}) {
  const { adjust, report } = useWritingMessages();
  const remark = page.remarks[cell.id]?.text ?? '';
  const isPrinted = cell.isPrinted && !cell.local;
  return (
    <>
      {data.adjustments.length > 0 && (
        <section aria-label={adjust.traceTitle} className="rounded border border-hairline bg-confirm-soft px-3 py-2 text-body leading-6">
          <h3 className="font-semibold">{adjust.traceTitle}</h3>
          {data.trace.kind === 'terms' && (
            <p>
              {adjust.traceSum} {printKnown(data.trace.figure, cell, report.traceUnknown)} → {adjust.tracePrinted}{' '}
              <strong>{printKnown(data.printed, cell, report.traceUnknown)}</strong> {cell.measuredIn}
            </p>
          )}
          <ul className="divide-y divide-hairline">
            {data.adjustments.map((line) => (
              <li key={line.id} className="py-1">
                <AdjustmentLineView line={line} format={format} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isPrinted &&
        page.verdicts['report.adjust'] === 'allowed' &&
        (mayBeAdjusted(format, cell.id) ? (
          <AdjustForm key={cell.id} page={page} cell={cell} onSaved={onSaved} />
        ) : (
          <p className="text-note leading-5 text-muted">{adjust.computed}</p>
        ))}
      {isPrinted && remark !== '' && (
        <p className="text-body leading-6" lang="zh-CN">
          {adjust.remarkPrinted(`${printKnown(data.printed, cell, report.traceUnknown)}${printedRemark(remark)}`)}
        </p>
      )}
      {isPrinted && page.verdicts['report.edit'] === 'allowed' && <RemarkEditor key={`${cell.id} remark`} page={page} cell={cell.id} />}
    </>
  );
}
