import { dayAt, timeAt } from '@/server/domain/periods';
import type { Reason } from './manifest';

export interface Aged {
  name: string;
  madeAt: Date;
  reason: Reason | null;
}

/**
 * What is kept: the last backup of each of the last so many quarters of an hour, days and months for which there is one, and of every year. Days are the
 * office's. An hour in which nothing changed has no backup and uses up none of the 96.
 */
const spans: readonly { of: (moment: Date) => string; howMany: number }[] = [
  { of: quarterHourAt, howMany: 96 },
  { of: dayAt, howMany: 30 },
  { of: (moment) => dayAt(moment).slice(0, 7), howMany: 12 },
  { of: (moment) => dayAt(moment).slice(0, 4), howMany: Number.POSITIVE_INFINITY },
];

/** The backups that are no longer wanted. The newest is always kept, and the newest that was made before a migration: no other way leads back behind it. */
export function notKept<B extends Aged>(backups: readonly B[]): B[] {
  const newestFirst = [...backups].sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
  const kept = new Set<B>();
  for (const { of, howMany } of spans) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const span = of(backup.madeAt);
      if (seen.has(span)) continue;
      if (seen.size === howMany) break;
      seen.add(span);
      kept.add(backup);
    }
  }
  const behindMigration = newestFirst.find(({ reason }) => reason === 'before_migration');
  if (behindMigration) kept.add(behindMigration);
  return backups.filter((backup) => !kept.has(backup));
}

function quarterHourAt(moment: Date): string {
  const time = timeAt(moment);
  return `${time.slice(0, -2)}${Math.floor(Number(time.slice(-2)) / 15)}`;
}
