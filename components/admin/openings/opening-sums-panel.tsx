'use client';

import clsx from 'clsx';
import type { ShownOpeningSums } from '@/server/queries/opening-sums';
import { useWritingMessages } from '../../messages/writing-words';
import { Link } from '../../ui/link';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';
import { Notice } from '../../ui/notice';

/**
 * The units' openings added up, against last year's consolidated edition: every cell that differs, and every unit that is not known.
 *
 * @param isLinked false: the year does not exist yet, so nothing can be entered in it
 */
export function OpeningSumsPanel({ sums, isLinked = true }: { sums: ShownOpeningSums; isLinked?: boolean }) {
  const { common, openings: words } = useWritingMessages();
  const different = sums.cells.filter((cell) => cell.difference !== null && cell.difference !== 0);
  const unknown = sums.cells.filter((cell) => cell.sum === null);
  const { lacking } = sums;
  const before = common.year(sums.year - 1);
  if (sums.edition === null) return <Notice className="mb-4">{words.sumNoEdition(before)}</Notice>;
  if (different.length === 0 && unknown.length === 0)
    return (
      <Notice tone="done" className="mb-4">
        {words.sumAgrees(before, sums.edition, sums.cells.length)}
      </Notice>
    );
  return (
    <section aria-label={words.sumTitle} className="mb-5 flex flex-col gap-2">
      {different.length > 0 && (
        <Notice tone="wrong" title={words.sumDiffers(different.length, before, sums.edition)}>
          {words.sumHowToMend}
        </Notice>
      )}
      {lacking.count > 0 && isLinked && (
        <Notice tone="confirm" title={words.sumUnknown(lacking.count)}>
          {lacking.first.map(({ unitId, name }, index) => (
            <span key={unitId}>
              {index > 0 && common.listComma}
              <Link
                href={`/office/openings?unit=${encodeURIComponent(unitId)}&year=${sums.year}`}
                className="text-act underline underline-offset-2"
              >
                {name}
              </Link>
            </span>
          ))}
          {lacking.count > lacking.first.length && common.firstOf('', lacking.count)}
        </Notice>
      )}
      {different.length > 0 && (
        <div className={tableBox}>
          <table className="w-full border-collapse text-body">
            <caption className="sr-only">{words.sumTitle}</caption>
            <thead>
              <tr>
                {[words.sumCell, words.sumUnits, words.sumEdition(before), words.sumDifference].map((head, index) => (
                  <th key={head} scope="col" className={clsx(headCell, index > 0 && 'text-right')}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {different.map((cell) => (
                <tr key={cell.cell}>
                  <th scope="row" className={`${bodyCell} font-serif font-normal`}>
                    {cell.name}
                  </th>
                  <td className={`${bodyCell} text-right font-serif`}>{cell.sum}</td>
                  <td className={`${bodyCell} text-right font-serif`}>{cell.closed}</td>
                  <td className={`${bodyCell} text-right font-serif font-semibold text-wrong`}>
                    {(cell.difference ?? 0) > 0 ? `+${cell.difference}` : `−${Math.abs(cell.difference ?? 0)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
