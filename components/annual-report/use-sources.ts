'use client';

import { useRef } from 'react';
import type { ProseSources } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { sourcesOf } from './prose-of';

/**
 * What live numbers are read from: the same object as long as figures and facts are the same. Every save loads the page anew, and
 * hundreds of numbers are read and drawn anew only when there is a reason.
 */
export function useSources(page: ReportPage): ProseSources {
  const known = useRef<{ of: string; sources: ProseSources } | null>(null);
  const of = JSON.stringify([page.format, page.rowVariant, page.figures, page.lastYear, page.facts]);
  if (known.current?.of !== of) known.current = { of, sources: sourcesOf(page) };
  return known.current.sources;
}
