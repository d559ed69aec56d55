'use client';

import { setNonce } from 'get-nonce';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import type { DialogProps } from './dialog-props';

// While a dialog is open the page behind it does not scroll; the rule for that is put into the page with this page's nonce.
if (typeof document !== 'undefined') setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');

const fields = 'input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled)';

/** What an open dialog is made of. Opens on its first field; without one, on the way out. */
export function DialogBox({ onClose, title, side = 'centre', isWide = false, children }: Omit<DialogProps, 'isOpen'>) {
  const { common } = useMessages();
  const body = useRef<HTMLDivElement>(null);
  // Radix gives the focus back to a trigger of its own alone, and ours stand anywhere.
  const [openedFrom] = useState(() => document.activeElement);
  const place =
    side === 'right'
      ? 'inset-y-0 right-0 h-full w-[min(34rem,100vw)] border-l'
      : `left-1/2 -translate-x-1/2 rounded-md border ${isWide ? 'top-[4vh] max-h-[92vh] w-[min(72rem,96vw)]' : 'top-[8vh] max-h-[84vh] w-[min(40rem,94vw)]'}`;
  return (
    <Radix.Root open onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-ink/30 print:hidden" />
        <Radix.Content
          aria-describedby={undefined}
          className={`fixed z-50 flex flex-col border-hairline bg-paper shadow-xl ${place}`}
          onCloseAutoFocus={(event) => {
            if (!(openedFrom instanceof HTMLElement) || !openedFrom.isConnected) return;
            event.preventDefault();
            openedFrom.focus();
          }}
          onOpenAutoFocus={(event) => {
            const field = body.current?.querySelector<HTMLElement>(fields);
            if (!field) return;
            event.preventDefault();
            field.focus();
          }}
        >
          <div className="flex items-start justify-between gap-4 border-b border-hairline px-4 py-3">
            <Radix.Title className="text-[17px] leading-7 font-semibold">{title}</Radix.Title>
            <Radix.Close aria-label={common.close} className="min-h-7 min-w-7 rounded text-muted hover:bg-act-soft">
              ✕
            </Radix.Close>
          </div>
          <div ref={body} className="min-h-0 flex-1 scroll-pb-16 overflow-y-auto">
            <div className="p-4">{children}</div>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
