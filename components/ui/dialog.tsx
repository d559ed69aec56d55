'use client';

import { lazy, type ReactNode, Suspense, useEffect } from 'react';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  side?: 'centre' | 'right';
  children: ReactNode;
}

const loadBox = () => import('./dialog-box');
const DialogBox = lazy(() => loadBox().then((module) => ({ default: module.DialogBox })));

/**
 * A dialog that keeps the focus and gives it back. It opens on its first field; without one, on the way out, so that a key held
 * too long does not confirm anything. `side` slides a sheet in from the right, for looking while working.
 *
 * What it is made of is loaded once the page stands, before anybody asks: it must open without a network too.
 */
export function Dialog({ isOpen, ...box }: DialogProps) {
  useEffect(() => {
    loadBox().catch(() => {
      // Opening asks again, and says so when it fails.
    });
  }, []);
  return (
    isOpen && (
      <Suspense fallback={null}>
        <DialogBox {...box} />
      </Suspense>
    )
  );
}
