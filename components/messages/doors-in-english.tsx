'use client';

import type { ReactNode } from 'react';
import { doors } from './en/office/doors';
import { addDoorMessages } from './loaded-door-messages';

addDoorMessages('en', { doors });

/** What stands around a page that says them. */
export function DoorsInEnglish({ children }: { children: ReactNode }) {
  return children;
}
