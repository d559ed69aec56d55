'use client';

import type { ReactNode } from 'react';
import { addDoorMessages } from './loaded-door-messages';
import { doors } from './zh/office/doors';

addDoorMessages('zh', { doors });

/** What stands around a page that says them. */
export function DoorsInChinese({ children }: { children: ReactNode }) {
  return children;
}
