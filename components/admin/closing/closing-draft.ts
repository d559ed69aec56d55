import { type Day, dayAt, lastDay, type Period, periodOf, quarters } from '@/server/domain/periods';
import type { UnitChoice } from '@/server/domain/units';

export type SuccessorKind = 'new' | 'existing' | 'none';

/** What is being decided on the page; the server is asked about it as soon as it says enough. */
export interface ClosingDraft {
  units: readonly UnitChoice[];
  closesOn: Day;
  successor: SuccessorKind;
  existing: UnitChoice | null;
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
  const { units, closesOn, successor, existing, name, kind } = draft;
  if (units.length === 0 || (successor === 'existing' && existing === null)) return null;
  const into = successor === 'none' ? null : successor === 'existing' ? { unitId: existing?.id ?? '' } : { name: name.trim() || '…', kind };
  return { unitIds: units.map((unit) => unit.id), closesOn, into };
}

/** What the act is called: several units become one, one is renamed, one closes. */
export function closingAct({ successor, units }: ClosingDraft): 'one' | 'merge' | 'rename' {
  if (successor === 'none') return 'one';
  return units.length > 1 || successor === 'existing' ? 'merge' : 'rename';
}

const emptyDraft = (now: Date): ClosingDraft => ({
  units: [],
  closesOn: lastQuarterEnd(now),
  successor: 'new',
  existing: null,
  name: '',
  kind: 'department',
});

/** A draft that was kept in the tab; where there is none, or it is none that can be read, an empty one. */
export function draftOf(kept: string, now: Date): ClosingDraft {
  const empty = emptyDraft(now);
  if (kept === '') return empty;
  try {
    const draft = { ...empty, ...(JSON.parse(kept) as Partial<ClosingDraft>) };
    return { ...draft, closesOn: quarterEnds(dayAt(now)).some(({ day }) => day === draft.closesOn) ? draft.closesOn : empty.closesOn };
  } catch {
    return empty;
  }
}
