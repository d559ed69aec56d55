'use client';

import clsx from 'clsx';
import type { IndicatorRow as Row } from '@/server/queries/indicators';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { bodyCell } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Badge } from '../../ui/notice';

/** One indicator of the list: what it is, who is asked, and what can be done with it. */
export function IndicatorRow({
  row,
  isBusy,
  onMove,
  onEdit,
  onRetire,
}: {
  row: Row;
  isBusy: boolean;
  /** By how many places; absent at that end of the list. */
  onMove: { up?: () => void; down?: () => void };
  onEdit: () => void;
  onRetire: () => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.indicators;
  const asked = row.askedNames;
  const isRetired = row.retiredAt !== null;
  return (
    <tr {...useMade<HTMLTableRowElement>(row.key)} className={clsx('hover:bg-desk/60', isRetired && 'text-muted')}>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>
        {(['up', 'down'] as const).map((way) => (
          <Button key={way} look="quiet" isSmall disabled={isBusy || !onMove[way]} aria-label={words[way](row.name)} onClick={onMove[way]}>
            {way === 'up' ? '↑' : '↓'}
          </Button>
        ))}
      </td>
      <th scope="row" className={clsx(bodyCell, 'max-w-field font-medium')}>
        {row.name} {isRetired && <Badge>{words.retiredOn}</Badge>}
        <span className="block text-note leading-5 font-normal text-muted">{row.definition}</span>
      </th>
      <td className={bodyCell}>
        {row.unit} · {words.addsUpShort[row.addsUp]}
        <span className="block text-note leading-5 text-muted">
          {words.exactnessShort[row.exactness]} · {words.overUnitsShort[row.overUnits]}
        </span>
      </td>
      <td className={bodyCell}>
        {asked === null ? (
          words.askedAll
        ) : (
          <details>
            <summary className="min-h-6 cursor-pointer">{words.askedCount(asked.count)}</summary>
            <span className="text-note leading-5 text-muted">{namesInWords(asked, common)}</span>
          </details>
        )}
      </td>
      <td className={clsx(bodyCell, 'text-muted')}>{row.ownerName ?? '—'}</td>
      <td className={clsx(bodyCell, 'font-mono text-note text-muted')}>{row.key}</td>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>
        {!isRetired && (
          <>
            <Button look="quiet" isSmall aria-label={words.editTitle(row.name)} onClick={onEdit}>
              {words.edit}
            </Button>
            <Button look="quiet" isSmall aria-label={words.retireTitle(row.name)} onClick={onRetire}>
              {words.retire}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
