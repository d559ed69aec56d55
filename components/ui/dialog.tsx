'use client';

import { useEffect, useState } from 'react';
import type { DialogProps } from './dialog-props';

type Box = typeof import('./dialog-box').DialogBox;

/** The page comes first. */
const restMs = 500;

/** What a dialog is made of, once it has been loaded. */
let loaded: Box | null = null;

async function loadBox(): Promise<Box> {
  loaded ??= (await import('./dialog-box')).DialogBox;
  return loaded;
}

/**
 * A dialog that keeps the focus and gives it back. It opens on its first field; without one, on the way out, so that a key held
 * too long does not confirm anything. `side` slides a sheet in from the right, for looking while working.
 *
 * What it is made of is loaded once the page stands, before anybody asks: it must open without a network too.
 */
export function Dialog({ isOpen, ...box }: DialogProps) {
  const [Box, setBox] = useState(() => loaded);
  useEffect(() => {
    if (Box) return;
    const load = () => {
      loadBox().then(
        (ready) => setBox(() => ready),
        () => {
          // No network: opening asks again.
        },
      );
    };
    const timer = setTimeout(load, isOpen ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [Box, isOpen]);
  return isOpen && Box ? <Box {...box} /> : null;
}
