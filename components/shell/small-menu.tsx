'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';
import { CountMark } from './count-mark';

const menuId = 'page-menu';

/**
 * What the header holds beside its name. On a telephone it is behind one button, in a popover of the browser's own, which opens before the
 * page's script is there; where there is room, and in a browser that knows no popover, it stands in the header as if nothing were around it.
 *
 * @param waiting how many things in it wait to be looked at
 * @param isBelowRibbon the ribbon of the demonstration stands above the header
 */
export function SmallMenu({ waiting, isBelowRibbon, children }: { waiting: number; isBelowRibbon: boolean; children: ReactNode }) {
  const { common } = useMessages();
  const menu = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // The header outlives the page: who has gone on to another one has chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it follows
  useEffect(() => {
    if (isOpen(menu.current)) menu.current?.hidePopover();
  }, [path]);
  return (
    <>
      <button
        type="button"
        popoverTarget={menuId}
        className={clsx(buttonClass('plain', true), 'my-auto ml-auto hidden! max-sm:supports-[selector(:popover-open)]:inline-flex!')}
      >
        {common.menu}
        {waiting > 0 && <CountMark count={waiting} words={common.inBrackets('', common.menuWaiting(waiting))} />}
      </button>
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        className={clsx(
          'max-sm:inset-x-0 max-sm:bottom-auto max-sm:m-0 max-sm:max-h-[75dvh] max-sm:w-full max-sm:border-0 max-sm:border-b max-sm:border-hairline max-sm:bg-paper max-sm:px-5 max-sm:py-2 max-sm:shadow-lg sm:contents',
          isBelowRibbon ? 'max-sm:top-19' : 'max-sm:top-12',
        )}
      >
        {children}
      </div>
    </>
  );
}

function isOpen(menu: HTMLElement | null): boolean {
  return menu !== null && 'popover' in menu && menu.matches(':popover-open');
}
