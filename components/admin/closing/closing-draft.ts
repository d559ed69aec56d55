import { type Day, dayAt, lastDay, type Period, periodOf, quarters } from '@/server/domain/periods';
import type { Unit } from '@/server/queries/office';

export type SuccessorKind = 'new' | 'existing' | 'none';

/** What is being decided on the page; the server is asked about it as soon as it says enough. */
export interface ClosingDraft {
  unitIds: readonly string[];
  closesOn: Day;
  successor: SuccessorKind;
  existingId: string;
  name: string;
  kind: 'office' | 'department' | 'street';
}

/** The ends of the quarters from last year to the end of next year. */
export function quarterEnds(today: Day): { day: Day; period: Period }[] {
  const { year } = periodOf(today);
  return [year - 1, year, year + 1].flatMap((of) =>
    quarters.map((quarter) => ({ day: lastDay(of, quarter), period: { year: of, quarter } })),
  );
}

/** The quarter end just passed. */
export function lastQuarterEnd(now: Date): Day {
  const today = dayAt(now);
  const ends = quarterEnds(today).filter(({ day }) => day <= today);
  return ends.at(-1)?.day ?? today;
}

/** What the server is asked; null while the draft does not say enough. A name is asked for only when the act is done. */
export function closingOf(draft: ClosingDraft) {
  const { unitIds, closesOn, successor, existingId, name, kind } = draft;
  if (unitIds.length === 0 || (successor === 'existing' && existingId === '')) return null;
  const into = successor === 'none' ? null : successor === 'existing' ? { unitId: existingId } : { name: name.trim() || '…', kind };
  return { unitIds: [...unitIds], closesOn, into };
}

/** Units that may close or take over: those that file and still exist. */
export function livingFilers(units: readonly Unit[]): Unit[] {
  return units.filter((unit) => unit.kind !== 'government' && unit.closesOn === null);
}
