'use client';

import { useMemo } from 'react';
import { type Packed, unpack } from '@/server/domain/wire';
import type { YearFindings } from '@/server/queries/year-findings';
import { FindingsView } from './findings-view';

/** The findings of a year as they come with the page: packed, because a hundred of them say the same few things. */
export function SentFindings({ packed }: { packed: Packed }) {
  const findings = useMemo(() => unpack(packed) as YearFindings, [packed]);
  return <FindingsView findings={findings} />;
}
