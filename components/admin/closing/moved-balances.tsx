'use client';

import type { ClosingPreview } from '@/server/queries/closing';
import { useWritingMessages } from '../../messages/writing-words';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';

/** Closings of each unit, what the successor carries over itself, and what it opens with. */
export function MovedBalances({ preview }: { preview: ClosingPreview }) {
  const words = useWritingMessages().closing;
  const { balances, units, successor } = preview;
  if (preview.hidesFigures) return <p className="text-muted">{words.figuresHidden}</p>;
  if (balances.length === 0) return <p className="text-muted">{words.noBalances}</p>;
  const shown = (value: number | null) => value ?? <span className="text-muted">{words.unknown}</span>;
  return (
    <div>
      <h3 className="text-body font-semibold">{words.balances}</h3>
      <p className="pb-2 text-note leading-5 text-muted">{words.balancesContext}</p>
      <div className={tableBox}>
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">{words.balances}</caption>
          <thead>
            <tr>
              <th scope="col" className={headCell}>
                {words.cell}
              </th>
              {units.map((unit) => (
                <th key={unit.unitId} scope="col" className={`${headCell} text-right whitespace-normal`}>
                  {unit.name}
                </th>
              ))}
              {successor !== null && (
                <th scope="col" className={`${headCell} text-right whitespace-normal`}>
                  {words.own(successor)}
                </th>
              )}
              <th scope="col" className={`${headCell} text-right`}>
                {words.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {balances.map((row) => (
              <tr key={row.cell}>
                <th scope="row" className={`${bodyCell} font-serif font-normal`}>
                  {row.name}
                </th>
                {row.parts.map((part, index) => (
                  <td key={units[index]?.unitId} className={`${bodyCell} text-right font-serif`}>
                    {shown(part)}
                  </td>
                ))}
                {successor !== null && <td className={`${bodyCell} text-right font-serif`}>{shown(row.own)}</td>}
                <td className={`${bodyCell} text-right font-serif font-semibold`}>{row.sum}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
