'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ReportMaterial } from '@/server/queries/contributions';

const MaterialContext = createContext<ReportMaterial | null>(null);

export function MaterialProvider({ material, children }: { material: ReportMaterial; children: ReactNode }) {
  return <MaterialContext value={material}>{children}</MaterialContext>;
}

/** @throws Error outside a report page */
export function useMaterial(): ReportMaterial {
  const material = useContext(MaterialContext);
  if (!material) throw new Error('there is no material here');
  return material;
}
