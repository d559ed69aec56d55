'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** As far from the foot of the window as `bottom-2` says. */
const footGap = 8;

/** What belongs to the text and is open just now: at the foot of the window as long as its text is on screen. Esc goes back to it. */
export function Dock({
  label,
  onClose,
  onPlaced,
  children,
}: {
  label: string;
  onClose: () => void;
  /** Where its upper edge is, so that the words it is about are not under it. */
  onPlaced: (top: number) => void;
  children: ReactNode;
}) {
  const { editor } = useWritingMessages();
  const box = useRef<HTMLElement>(null);
  const placed = useEffectEvent(onPlaced);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    // A short text at the foot of the window still holds it down; once that is scrolled up it stands at the foot.
    const watch = new ResizeObserver(() => {
      const { top, height } = current.getBoundingClientRect();
      placed(Math.min(top, innerHeight - height - footGap));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={box}
      className="sticky bottom-2 z-10 flex max-h-[45vh] flex-col gap-2 overflow-y-auto rounded border border-act/40 bg-paper px-3 py-2 font-sans shadow-md print:hidden"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">{children}</div>
        <Button isSmall look="quiet" onClick={onClose}>
          <Icon name="close" />
          {editor.closePanel}
        </Button>
      </div>
    </section>
  );
}
