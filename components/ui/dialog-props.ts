import type { ReactNode } from 'react';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  side?: 'centre' | 'right';
  /** For a whole table. */
  isWide?: boolean;
  children: ReactNode;
}
