'use client';

import { type KeyboardEvent, type PointerEvent, useContext, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useMessages } from '../messages/messages-provider';
import { Button } from './button';
import type { DialogProps } from './dialog-props';
import { Icon } from './icon';
import { KeptOwner } from './kept-owner';
import { keptTexts } from './kept-texts';
import { holdPageBehind } from './page-behind';
import { watchTyped } from './typed-words';
import { holdWayBack } from './way-back';

const fields = 'input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled)';

/**
 * What an open dialog is made of: the browser's own, over all else, with the page behind it out of reach of keys, pointer and screen
 * reader. Opens on its first field; without one, on the way out. Where it opened from gets the focus back.
 *
 * Esc, ✕, a click beside it and Back close it; where words typed in it would be lost, it asks first. Its own 取消 says what it does and is not asked.
 */
export function DialogBox({ onClose, title, side = 'centre', isWide = false, children }: Omit<DialogProps, 'isOpen'>) {
  const { common } = useMessages();
  const box = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const askId = useId();
  const keptOwner = useContext(KeptOwner);
  const typed = useRef<ReturnType<typeof watchTyped>>(null);
  const [openedFrom] = useState(() => document.activeElement);
  /** The field whose words would be lost, while it asks about them. */
  const [askedOf, setAskedOf] = useState<HTMLElement | null>(null);
  const goOn = useRef<HTMLButtonElement>(null);
  const leave = () => {
    const lost = typed.current?.firstLost((text) => keptTexts.holds(keptOwner, text)) ?? null;
    if (lost) setAskedOf(lost);
    else onClose();
  };
  const stay = () => {
    flushSync(() => setAskedOf(null));
    askedOf?.focus();
  };
  /** Esc and Back: while it asks they are no answer, but the way back to what was typed. */
  const goBack = () => (askedOf ? stay() : leave());
  const onWayBack = useEffectEvent(goBack);
  useLayoutEffect(() => {
    if (askedOf) goOn.current?.focus();
  }, [askedOf]);
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !body.current) return;
    const letGo = holdPageBehind();
    typed.current = watchTyped(body.current);
    const closeWay = holdWayBack(() => onWayBack());
    own.showModal();
    body.current.querySelector<HTMLElement>(fields)?.focus();
    return () => {
      typed.current?.stop();
      closeWay();
      own.close();
      letGo();
      if (openedFrom instanceof HTMLElement && openedFrom.isConnected) openedFrom.focus();
    };
  }, [openedFrom]);

  function onKeyDown(event: KeyboardEvent): void {
    // Esc of an input method ends what is being composed.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    event.preventDefault();
    event.stopPropagation();
    goBack();
  }

  /** What lies behind a dialog counts as the dialog itself. */
  function onPointerDown(event: PointerEvent): void {
    const own = box.current;
    if (event.target !== own) return;
    const { left, right, top, bottom } = own.getBoundingClientRect();
    if (event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom) leave();
  }

  const place =
    side === 'right'
      ? 'inset-y-0 right-0 left-auto h-full max-h-none w-[min(34rem,100vw)] border-l'
      : `left-1/2 right-auto bottom-auto -translate-x-1/2 rounded border ${isWide ? 'top-[4vh] max-h-[92vh] w-[min(72rem,96vw)]' : 'top-[8vh] max-h-[84vh] w-[min(40rem,94vw)]'}`;
  return createPortal(
    <dialog
      ref={box}
      // biome-ignore lint/a11y/noRedundantRoles: what asks whether a dialog is open finds it by its role.
      role="dialog"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onClose={() => {
        // A browser closes it at a second Esc, whatever the first was told: while the page holds it open, it is open.
        if (box.current?.isConnected && !box.current.open) box.current.showModal();
      }}
      onCancel={(event) => {
        event.preventDefault();
        goBack();
      }}
      className={`fixed flex max-w-none flex-col overflow-hidden border-hairline bg-paper text-ink shadow-xl backdrop:bg-ink/30 print:backdrop:hidden ${place}`}
    >
      <div className="flex items-start justify-between gap-4 border-b border-hairline px-4 py-3">
        <h2 id={titleId} className="text-head leading-7 font-semibold">
          {title}
        </h2>
        <Button isSmall look="quiet" aria-label={common.close} onClick={leave}>
          <Icon name="close" />
        </Button>
      </div>
      {askedOf && (
        <div
          role="alertdialog"
          aria-labelledby={askId}
          className="flex flex-wrap items-center justify-end gap-2 border-b border-confirm/40 bg-confirm-soft px-4 py-3"
        >
          <p id={askId} className="mr-auto text-body leading-7 font-semibold text-confirm">
            {common.discardTyped.question}
          </p>
          <Button look="danger" onClick={onClose}>
            {common.discardTyped.discard}
          </Button>
          <Button ref={goOn} look="primary" onClick={stay}>
            {common.discardTyped.goOn}
          </Button>
        </div>
      )}
      <div ref={body} inert={askedOf !== null} className="min-h-0 flex-1 scroll-pb-16 overflow-y-auto inert:opacity-50">
        <div className="p-4">{children}</div>
      </div>
    </dialog>,
    document.body,
  );
}
