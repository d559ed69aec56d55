import type { Severity } from '../subject';
import type { Finding } from './check';

/**
 * One thing wrong in several places is one finding with all its places: it is answered once, counted once and shown once. What
 * comes out has unique keys.
 *
 * @returns in order of the first place
 */
export function gatherRepeated(findings: readonly Finding[]): Finding[] {
  const gathered = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = findingKey(finding);
    const same = gathered.get(key);
    if (same) same.push(finding);
    else gathered.set(key, [finding]);
  }
  return [...gathered.values()].map(([first, ...again]) => {
    const finding = first as Finding;
    if (again.length === 0) return finding;
    const furtherPlaces = again.flatMap(({ place }) => (place ? [place] : []));
    return {
      ...finding,
      ...(furtherPlaces.length > 0 ? { furtherPlaces } : {}),
      repair: [finding, ...again].flatMap(({ repair }) => repair),
      consequences: [finding, ...again].flatMap(({ consequences }) => consequences),
    };
  });
}

/** What tells a finding from every other of its run: what it is bound to, how grave it is, and what it says. */
export function findingKey({ boundTo, severity, message }: Pick<Finding, 'boundTo' | 'severity' | 'message'>): string {
  return `${boundTo}|${severity}|${message.zh}`;
}

/** Every place of a finding in the texts; none of one about figures. */
export function placesOf({ place, furtherPlaces = [] }: Pick<Finding, 'place' | 'furtherPlaces'>) {
  return place ? [place, ...furtherPlaces] : [];
}

/** What people have answered is not asked again: an explanation, or an exception that another person has signed. */
export interface FindingAnswered {
  rule: string;
  boundTo: string;
  countersignedBy: string | null;
}

/**
 * What a list shows and a strip and a tab say, card by card. Blank cells are counted where they are filled in, not here.
 *
 * @returns `must_fix` and `confirm` still open, `answered` those of both that are not, and the hints
 */
export function countCards(
  findings: readonly Pick<Finding, 'severity' | 'rule' | 'boundTo'>[],
  answers: readonly FindingAnswered[],
): Record<Severity | 'answered', number> {
  const counts = { must_fix: 0, confirm: 0, hint: 0, answered: 0 };
  for (const { severity, rule, boundTo } of findings) {
    if (rule === 'b-blank') continue;
    const own = answers.filter((answer) => answer.rule === rule && answer.boundTo === boundTo);
    const isAnswered =
      severity === 'must_fix' ? own.some(({ countersignedBy }) => countersignedBy !== null) : severity === 'confirm' && own.length > 0;
    counts[isAnswered ? 'answered' : severity] += 1;
  }
  return counts;
}

/** The findings of a run by severity. */
export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { must_fix: 0, confirm: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
