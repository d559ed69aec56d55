'use client';

import { useState } from 'react';
import type { LocalFact, ProseSources } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { sourcesOf } from './prose-of';

/**
 * What live numbers are read from: the same object as long as figures and facts are the same. Every save loads the page anew, and
 * hundreds of numbers are read and drawn anew only when there is a reason.
 *
 * @param fresh facts that were registered here, of which the page has not heard yet
 */
export function useSources(page: ReportPage, fresh: readonly LocalFact[]): ProseSources {
  const of = JSON.stringify([page.format, page.rowVariant, page.figures, page.lastYear, page.facts, fresh]);
  const read = () => ({ of, sources: withFacts(sourcesOf(page), fresh) });
  const [known, setKnown] = useState(read);
  if (known.of === of) return known.sources;
  const next = read();
  setKnown(next);
  return next.sources;
}

function withFacts(sources: ProseSources, fresh: readonly LocalFact[]): ProseSources {
  return { ...sources, facts: new Map([...fresh.map((fact) => [fact.id, fact] as const), ...sources.facts]) };
}
