import { type SomeNames, someNames } from '@/server/domain/some-names';
import type { EditionContent, EditionPart } from './edition-content';
import type { ReportView } from './report-view';
import type { SigningView } from './signing-view';

/** How the numbers of a report came to be printed, step by step, each with its counts and the people who did it. */
export interface ReportWay {
  /** Quarters that left their units; by whom, of those that are in the figures. */
  entered: { units: number; quarters: readonly QuarterCount[]; people: SomeNames };
  reviewed: { quarters: readonly QuarterCount[]; people: SomeNames; lastAt: string | null };
  /** Units with their whole year in it, and the lines that stand beside the sums. */
  added: { units: number; of: number; lines: number; people: SomeNames };
  /** The steps in their order; `by` is empty where nobody signed, or where what was signed has moved since. */
  signed: readonly { name: string; by: string; at: string }[];
  finalised: { number: number; by: string; at: string } | null;
  /** A published report that was taken in: what came before it is not known here. */
  isAdopted: boolean;
}

export interface QuarterCount {
  quarter: number;
  count: number;
  of: number;
}

/** So many are named; the rest are counted. */
const namedPeople = 3;

type Lacked = readonly { quarters: readonly number[] }[];

/** The way of a report under work, of what was loaded for it anyway. */
export function wayOfDraft(view: ReportView, signing: SigningView, nameOf: (id: string | null) => string): ReportWay {
  const { parts, missing, sent, adjustments, editions, units } = view;
  const [newest] = editions;
  return {
    entered: { units: sent.units, quarters: byQuarter(sent.quarters, parts, missing), people: named(parts.map((one) => one.submittedBy)) },
    reviewed: reviewedBy(parts, missing),
    added: {
      units: units.length - missing.length,
      of: units.length,
      lines: adjustments.stated.length,
      people: named(adjustments.stated.map((one) => one.writtenBy)),
    },
    signed: signing.standings.map(({ step, state, signature }) => {
      const stands = state === 'signed' ? signature : null;
      return { name: step.name, by: stands ? nameOf(stands.signedBy) : '', at: stands?.signedAt.toISOString() ?? '' };
    }),
    finalised: newest ? { number: newest.number, by: nameOf(newest.finalisedBy), at: newest.finalisedAt.toISOString() } : null,
    isAdopted: false,
  };
}

/** The way of an edition, of what it froze itself: nothing that became of units and people since is in it. */
export function wayOfEdition(
  content: Pick<EditionContent, 'origin' | 'parts' | 'missing' | 'adjustments' | 'signatures'>,
  finalised: { number: number; by: string; at: string },
): ReportWay {
  const { origin, parts, missing, adjustments = [], signatures = [] } = content;
  const filed = new Set(parts.map((one) => one.unitId));
  const lacking = new Set(missing.map((one) => one.unitId));
  const all = new Set([...filed, ...lacking]);
  return {
    entered: {
      units: filed.size,
      quarters: byQuarter(countsOf(parts), parts, missing),
      people: named(parts.map((one) => one.submittedBy)),
    },
    reviewed: reviewedBy(parts, missing),
    added: {
      units: all.size - lacking.size,
      of: all.size,
      lines: adjustments.length,
      people: named(adjustments.map((one) => one.writtenBy)),
    },
    signed: signatures.map(({ name, signedBy, signedAt }) => ({ name, by: signedBy, at: signedAt })),
    finalised,
    isAdopted: origin === 'imported',
  };
}

function reviewedBy(parts: readonly EditionPart[], missing: Lacked): ReportWay['reviewed'] {
  const days = parts.map((one) => one.approvedAt).filter((at) => at !== '');
  return {
    quarters: byQuarter(countsOf(parts), parts, missing),
    people: named(parts.map((one) => one.approvedBy)),
    lastAt: days.toSorted().at(-1) ?? null,
  };
}

function countsOf(parts: readonly { quarter: number }[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { quarter } of parts) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  return counts;
}

function byQuarter(counts: ReadonlyMap<number, number>, parts: readonly { quarter: number }[], missing: Lacked): QuarterCount[] {
  const there = countsOf(parts);
  const lacked = countsOf(missing.flatMap((one) => one.quarters.map((quarter) => ({ quarter }))));
  return [1, 2, 3, 4].map((quarter) => {
    const of = (there.get(quarter) ?? 0) + (lacked.get(quarter) ?? 0);
    return { quarter, count: Math.min(counts.get(quarter) ?? 0, of), of };
  });
}

/** Whoever did most of it first. */
function named(people: readonly string[]): SomeNames {
  const times = new Map<string, number>();
  for (const name of people) if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
  return someNames(
    [...times].sort((a, b) => b[1] - a[1]).map(([name]) => name),
    namedPeople,
  );
}
