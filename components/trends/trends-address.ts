import type { Scope } from '@/server/domain/subject';

/** Where the trends of a report stand. */
export function trendsAddress({ unitId, scope }: { unitId: string; scope: Scope }): string {
  return `/trends?${new URLSearchParams({ unit: unitId, scope })}`;
}
