'use client';

import { useMemo } from 'react';
import { type Packed, unpack } from '@/server/domain/wire';
import type { ReportMaterial } from '@/server/queries/contributions';
import type { ReportPage as Page } from '@/server/queries/report';
import { AnnualReport } from './annual-report';
import { MaterialProvider } from './material/material-context';

/** What the page of a report is drawn from: the report, and what stands beside its texts. */
export interface ReportAndMaterial {
  page: Page;
  material: ReportMaterial;
}

/** A report as its page gets it: packed, because two years of figures are most of what there is to send. */
export function ReportPage({ packed }: { packed: Packed }) {
  const { page, material } = useMemo(() => unpack(packed) as ReportAndMaterial, [packed]);
  return (
    <MaterialProvider material={material}>
      <AnnualReport page={page} />
    </MaterialProvider>
  );
}
