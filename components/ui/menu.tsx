'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-lines';
import { Link } from './link';
import { menuPlace } from './menu-keys';

export type MenuAct = { words: string; icon?: IconName; tone?: 'plain' | 'danger' } & (
  | { onChoose: () => void; href?: undefined }
  | { href: string; onChoose?: undefined }
);

/**
 * What else may be done with a thing, behind ⋯ (WAI-ARIA, menu button). The one act that is wanted most stands beside it as a button.
 *
 * @param label whose acts they are, and the name of the button where it has no words
 */
export function Menu({
  label,
  words,
  acts,
  className,
}: {
  label: string;
  words?: ReactNode;
  acts: readonly MenuAct[];
  className?: string;
}) {
  const [opensAt, setOpensAt] = useState<number | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = opensAt !== null;
  if (acts.length === 0) return null;
  const close = () => {
    button.current?.focus();
    setOpensAt(null);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={words === undefined ? label : undefined}
        onClick={() => (isOpen ? close() : setOpensAt(0))}
        onKeyDown={(event) => {
          const place = { ArrowDown: 0, ArrowUp: acts.length - 1 }[event.key];
          if (place === undefined) return;
          event.preventDefault();
          setOpensAt(place);
        }}
        className={clsx(buttonClass('quiet', true), className)}
      >
        {words}
        <Icon name={words === undefined ? 'more' : 'down'} />
      </button>
      {opensAt !== null && (
        <Acts id={id} label={label} acts={acts} opensAt={opensAt} button={button} onLeave={() => setOpensAt(null)} onClose={close} />
      )}
    </>
  );
}

function Acts({
  id,
  label,
  acts,
  opensAt,
  button,
  onLeave,
  onClose,
}: {
  id: string;
  label: string;
  acts: readonly MenuAct[];
  opensAt: number;
  button: RefObject<HTMLButtonElement | null>;
  /** The person goes on elsewhere. */
  onLeave: () => void;
  /** The person goes back to the button. */
  onClose: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current && button.current) putBeside(box.current, button.current);
    itemsIn(box.current)[opensAt]?.focus({ preventScroll: true });
  }, [button, opensAt]);
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target) && !button.current?.contains(event.target)) onLeave();
    };
    document.addEventListener('pointerdown', onPointer);
    // It goes along with its button: what only comes into sight as the menu opens is no reason to close it.
    const follow = () => {
      if (box.current && button.current) putBeside(box.current, button.current);
    };
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [button, onLeave]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      // A dialog around it stays open.
      event.stopPropagation();
      onClose();
      return;
    }
    if (event.key === 'Tab') {
      // From the button on, as if the menu had not been there.
      onClose();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = itemsIn(box.current);
    const at = items.findIndex((item) => item.matches(':focus'));
    if (event.key === ' ') {
      event.preventDefault();
      items[at]?.click();
      return;
    }
    const place = menuPlace(
      event.key,
      at,
      acts.map((act) => act.words),
    );
    if (place === null) return;
    event.preventDefault();
    items[place]?.focus();
  }
  const item = (act: MenuAct) =>
    clsx('menu-act', act.tone === 'danger' ? 'text-wrong hover:bg-wrong-soft focus-visible:bg-wrong-soft' : 'text-ink');
  return (
    // Over everything where the browser can (`popover`), so that no table and no dialog cuts it off.
    <div ref={box} id={id} role="menu" aria-label={label} popover="manual" tabIndex={-1} onKeyDown={onKeyDown} className="menu-box">
      {acts.map((act) => {
        const inside = (
          <>
            {act.icon && <Icon name={act.icon} />}
            {act.words}
          </>
        );
        return act.href === undefined ? (
          <button
            key={act.words}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item(act)}
            onClick={() => {
              onClose();
              act.onChoose();
            }}
          >
            {inside}
          </button>
        ) : (
          <Link key={act.words} href={act.href} role="menuitem" tabIndex={-1} className={item(act)} onClick={onLeave}>
            {inside}
          </Link>
        );
      })}
    </div>
  );
}

function itemsIn(box: HTMLElement | null): HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>('[role="menuitem"]')] : [];
}

/** Below the button, from its left edge or to its right one; where there is no room, above it. The policy forbids styles in markup, not here. */
function putBeside(box: HTMLElement, button: HTMLElement): void {
  if (box.showPopover && !box.matches(':popover-open')) box.showPopover();
  const { left, right, bottom, top } = button.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isBelow = bottom + height + gap <= window.innerHeight || top < height + gap;
  const begins = left + width + gap <= document.documentElement.clientWidth ? left : right - width;
  box.style.left = `${Math.max(gap, begins)}px`;
  box.style.top = `${isBelow ? bottom + gap : top - height - gap}px`;
}

const gap = 4;
