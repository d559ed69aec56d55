'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { latePart } from '../ui/late-part';

type Palette = ComponentType<{ onClose: () => void }>;

const palette = latePart<Palette>(async () => (await import('../finding/palette')).Palette);

/** Opens the palette, as Ctrl+K does from anywhere but a dialog. Nothing of it is loaded before. */
export function FindButton() {
  const { common } = useMessages();
  const [opened, setOpened] = useState<{ Palette: Palette } | null>(null);
  const open = useCallback(() => palette.use((Palette) => setOpened({ Palette })), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== 'KeyK' || event.isComposing) return;
      // The browser has one of its own.
      event.preventDefault();
      if (!event.repeat && !document.querySelector('[role="dialog"]')) open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <>
      <Button look="quiet" isSmall title={common.findTitle} onClick={open}>
        {common.find}
      </Button>
      {opened && <opened.Palette onClose={() => setOpened(null)} />}
    </>
  );
}
