'use client';

import { cellName, type Format } from '@/server/domain/formats';
import type { FormSignOff } from '@/server/queries/sign-off';
import { useMessages } from '../../messages/messages-provider';

/** Places that are no longer as they were, each with both values. */
export function ChangedPlaces({ format, changed }: { format: Format; changed: Pick<FormSignOff, 'changes' | 'alsoChanged'> }) {
  const { clerk, signOff } = useMessages();
  return (
    <ul className="text-body leading-7 text-ink">
      {changed.changes.map(({ cell, before, after }) => {
        const known = format.cells.get(cell);
        return (
          <li key={cell}>
            {known ? cellName(known) : cell}
            {clerk.remarks.colon}
            {signOff.was} <span className="font-serif">{before || signOff.empty}</span> → {signOff.now}{' '}
            <span className="font-serif font-semibold">{after || signOff.empty}</span>
          </li>
        );
      })}
      {changed.alsoChanged.map((what) => (
        <li key={what}>{signOff[what]}</li>
      ))}
    </ul>
  );
}
