'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Tab<Name extends string> {
  name: Name;
  title: string;
  /** What waits in it, under the title, so that nothing important hides. */
  note?: ReactNode;
  panel: ReactNode;
}

/**
 * A list of tabs and their panels. Arrows, Home and End choose as in any list of tabs; every panel stays in the page, so that what is
 * half typed in one is there when one comes back. A tab is a link to its name: a click before the page's scripts are there is kept in the
 * address.
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
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === ' ' && event.target instanceof HTMLElement) {
      event.preventDefault();
      event.target.click();
      return;
    }
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.name);
    list.current?.querySelector<HTMLElement>(`#${tabId(tab.name)}`)?.focus();
  }
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex rounded border border-hairline bg-paper">
        {tabs.map(({ name, title, note }) => (
          <a
            key={name}
            href={`#${name}`}
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
              'flex min-h-11 flex-1 flex-col items-center justify-center border-b-2 px-2 py-1 text-center text-[15px] leading-5 hover:bg-act-soft',
              name === chosen ? 'border-act font-semibold text-act' : 'border-transparent text-ink',
            )}
          >
            {title}
            {note && <span className="text-[13px] leading-5 font-normal">{note}</span>}
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
          {panel}
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
