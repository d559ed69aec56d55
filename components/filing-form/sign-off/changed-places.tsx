'use client';

import { cellName, type Format } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import type { Changed } from './changes-between';

/** Places that are no longer as they were, each with both values. */
export function ChangedPlaces({
  format,
  changed,
}: {
  format: Format;
  changed: Pick<Changed, 'changes' | 'alsoChanged'> & Partial<Changed>;
}) {
  const { clerk, signOff } = useMessages();
  return (
    <ul className="text-[15px] leading-7 text-ink">
      {changed.changes.map(({ cell, before, after }) => {
        const known = format.cells.get(cell);
        const by = changed.by?.[cell];
        return (
          <li key={cell}>
            {known ? cellName(known) : cell}
            {clerk.remarks.colon}
            {signOff.was} <span className="font-serif">{before || signOff.empty}</span> → {signOff.now}{' '}
            <span className="font-serif font-semibold">{after || signOff.empty}</span>
            {by && <span className="ml-2 text-[13px] text-muted">{signOff.by(by)}</span>}
          </li>
        );
      })}
      {changed.alsoChanged.map((what) => (
        <li key={what}>{signOff[what]}</li>
      ))}
    </ul>
  );
}
