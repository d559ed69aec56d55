import { dayAt } from '@/server/domain/periods';

/** The demonstration plays in the year that is in its last quarter, or else the one before. The year before it is published. */
export function yearPlayed(now: Date): number {
  const [year, month] = dayAt(now).split('-').map(Number) as [number, number, number];
  return month >= 10 ? year : year - 1;
}
