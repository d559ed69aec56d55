'use client';

import { useMessages } from '../../messages/messages-provider';
import { besideChoices, isBesideChoice } from './beside-figures';
import type { Beside } from './use-beside';

/** What stands under each figure of the tables: nothing, or what it is to be compared with. */
export function BesideSwitch({ choice, choose, hasFailed }: Beside) {
  const { beside } = useMessages().clerk;
  return (
    <label className="inline-flex items-center gap-1.5 text-note text-muted print:hidden">
      {beside.label}
      <select
        value={choice}
        onChange={(event) => isBesideChoice(event.target.value) && choose(event.target.value)}
        className="min-h-7 rounded border border-edge bg-paper px-1 text-body text-ink"
      >
        {besideChoices.map((one) => (
          <option key={one} value={one}>
            {beside.choices[one]}
          </option>
        ))}
      </select>
      {hasFailed && <span role="status">{beside.failed}</span>}
    </label>
  );
}
