'use client';

import type { PrintedChange } from '@/server/domain/corrections';
import { printedDifference } from '@/server/domain/corrections';
import { cellName, type Format } from '@/server/domain/formats';
import { useWritingMessages } from '../messages/writing-words';
import { denseCell, denseHeadCell } from '../ui/list-table';

/** Cells before and after, with the difference. */
export function ChangeCompare({ caption, format, cells }: { caption: string; format: Format; cells: readonly PrintedChange[] }) {
  const { slips } = useWritingMessages();
  const { effectColumns: columns } = slips;
  return (
    <table className="w-full border-collapse text-body leading-6">
      <caption className="pb-1 text-left text-body font-semibold">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={denseHeadCell}>
            {columns.cell}
          </th>
          {[columns.before, columns.after, columns.difference].map((head) => (
            <th key={head} scope="col" className={`${denseHeadCell} w-[16%] text-right`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((one) => {
          const cell = format.cells.get(one.cell);
          return (
            <tr key={one.cell} className="break-inside-avoid">
              <th scope="row" className={`${denseCell} font-normal`}>
                {cell ? cellName(cell) : one.cell}
              </th>
              <td className={`${denseCell} text-right font-serif`}>{one.before || slips.blank}</td>
              <td className={`${denseCell} text-right font-serif font-semibold`}>{one.after || slips.blank}</td>
              <td className={`${denseCell} text-right font-serif text-muted`}>{printedDifference(one) ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
