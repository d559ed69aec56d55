'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useIsHydrated } from './use-is-hydrated';
import { useTabKeys } from './use-tab-keys';

export interface Tab<Name extends string> {
  name: Name;
  title: string;
  /** What waits in it, under the title, so that nothing important hides. */
  note?: ReactNode;
  panel: ReactNode;
}

/**
 * A list of tabs and their panels. Every panel stays in the page, so that what is half typed in one is there when one comes back; the server
 * draws only the one that is open. A
 * tab is a link to its name once the page's script is at work. Before that it takes no click: the router writes the address anew when it
 * starts, and with it goes a name that a click put there meanwhile.
 */
export function Tabs<Name extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  panelClass,
}: {
  label: string;
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
  panelClass?: string;
}) {
  const isHydrated = useIsHydrated();
  const keys = useTabKeys(
    tabs.map((tab) => tab.name),
    chosen,
    onChoose,
    tabId,
  );
  return (
    <>
      <div {...keys} role="tablist" aria-label={label} className="flex rounded border border-hairline bg-paper">
        {tabs.map(({ name, title, note }) => (
          <a
            key={name}
            href={isHydrated ? `#${name}` : undefined}
            aria-disabled={isHydrated ? undefined : true}
            role="tab"
            id={tabId(name)}
            aria-selected={name === chosen}
            aria-controls={panelId(name)}
            tabIndex={name === chosen ? 0 : -1}
            onClick={(event) => {
              event.preventDefault();
              onChoose(name);
            }}
            className={clsx(
              'flex min-h-11 flex-1 flex-col items-center justify-center border-b-2 px-2 py-1 text-center text-body leading-5 hover:bg-act-soft',
              name === chosen ? 'border-act font-semibold text-act' : 'border-transparent text-ink',
            )}
          >
            {title}
            {note && <span className="text-note leading-5 font-normal">{note}</span>}
          </a>
        ))}
      </div>
      {tabs.map(({ name, panel }) => (
        <div
          key={name}
          role="tabpanel"
          id={panelId(name)}
          aria-labelledby={tabId(name)}
          hidden={name !== chosen}
          // Its first panel may hold nothing that takes the focus, and the keyboard has to scroll it all the same.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: WAI-ARIA, tabs: a panel is in the order of Tab
          tabIndex={0}
          className={panelClass}
        >
          {(isHydrated || name === chosen) && panel}
        </div>
      ))}
    </>
  );
}

function tabId(name: string): string {
  return `tab-${name}`;
}

function panelId(name: string): string {
  return `tabpanel-${name}`;
}
