'use client';

import type { ComponentProps } from 'react';
import { AllMissing } from '../annual-report/paper/missing-units';
import { QueriesProvider } from '../trpc-queries';

/** Every unit that is missing, on a page that asks for nothing else. */
export function RestMissing(asked: ComponentProps<typeof AllMissing>) {
  return (
    <QueriesProvider>
      <AllMissing {...asked} />
    </QueriesProvider>
  );
}
