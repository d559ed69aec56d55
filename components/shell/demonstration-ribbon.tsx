'use client';

import { useMessages } from '../messages/messages-provider';

/** On every page of the demonstration and on what is printed from it: nobody shall take these figures for real ones. */
export function DemonstrationRibbon() {
  const { common } = useMessages();
  return (
    <aside
      aria-label={common.demonstrationLabel}
      className="border-b border-confirm/30 bg-confirm-soft px-5 py-0.5 text-center text-note leading-5 font-medium text-confirm"
    >
      {common.demonstration}
    </aside>
  );
}
