'use client';

import { type CellId, cellName, type Format, getCell } from '@/server/domain/formats';
import type { ShownTrace } from '@/server/queries/trace-units';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { denseCell } from '../../ui/list-table';
import { printKnown } from '../paper/print-known';

/** A computed cell as the terms it is the sum of, with the sum under the line. */
export function TraceTerms({
  trace,
  format,
  onOpen,
}: {
  trace: Extract<ShownTrace, { kind: 'terms' }>;
  format: Format;
  onOpen: (term: CellId) => void;
}) {
  const { report } = useWritingMessages();
  const unknown = report.traceUnknown;
  return (
    <table className="w-full border-collapse text-body">
      <caption className="pb-1 text-left font-semibold">{report.traceTerms}</caption>
      <tbody>
        {trace.terms.map((term) => {
          const cell = getCell(format, term.cell);
          return (
            <tr key={term.cell}>
              <th scope="row" className={`${denseCell} font-normal`}>
                <Button look="way" onClick={() => onOpen(term.cell)}>
                  {cellName(cell)}
                </Button>
              </th>
              <td className={`${denseCell} text-right`}>{printKnown(term.figure, cell, unknown)}</td>
            </tr>
          );
        })}
        <tr className="border-t-2 border-ink font-semibold">
          <th scope="row" className={denseCell}>
            {report.traceTermsSum}
          </th>
          <td className={`${denseCell} text-right`}>{printKnown(trace.figure, getCell(format, trace.cell), unknown)}</td>
        </tr>
      </tbody>
    </table>
  );
}
