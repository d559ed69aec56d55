import type { CheckSubject } from '../subject';
import type { Finding, FindingDraft, Repair } from './check';
import type { Identity } from './identity';
import { findCandidates } from './repair/candidates';
import { columnsBehind, type Equation, equationOf } from './repair/equations';
import type { Evidence } from './repair/evidence';
import { rankRepairs } from './repair/rank-repairs';
import { findRootCauses } from './repair/root-causes';

export interface Drafted {
  draft: FindingDraft;
  finding: Finding;
}

/**
 * One root cause, shown once.
 *
 * 1. The identities that guide repair and whose figures are known become equations. A broken 总计 column that is off by exactly
 *    what its broken columns are off together is a consequence of the first of them.
 * 2. The other broken equations are split into root causes (repair/root-causes).
 * 3. A wrong figure breaks its row, its column and the balance: the first of its findings stays, the others go under it. A
 *    moved count keeps one finding at each of its two ends, and the hint stands with the first.
 *
 * Findings that are no identities stay as they are.
 */
export function foldConsequences(
  subject: CheckSubject,
  drafted: readonly Drafted[],
  identities: readonly Identity[],
  evidence: Evidence | null,
): Finding[] {
  const broken = drafted.filter(({ draft }) => draft.identity && identities.includes(draft.identity));
  if (broken.length === 0) return drafted.map(({ finding }) => finding);
  const equations = identities.flatMap((identity) => equationOf(subject, identity) ?? []);
  const placeOf = new Map(drafted.map((one) => [one.draft.identity, one]));
  const under = new Map<Finding, Finding[]>();
  const repairs = new Map<Finding, Repair[]>();
  const folded = new Set<Finding>();
  const put = (consequence: Finding, cause: Finding): void => {
    if (consequence === cause) return;
    folded.add(consequence);
    under.set(cause, [...(under.get(cause) ?? []), consequence]);
  };
  const findingOf = (equation: Equation | undefined): Finding | undefined => placeOf.get(equation?.identity)?.finding;

  const dependent = new Map<Equation, Equation[]>();
  for (const equation of equations) {
    const columns = columnsBehind(equation, equations);
    if (columns) dependent.set(equation, columns);
  }
  const system = equations.filter((equation) => !dependent.has(equation) || !saysNothingNew(subject, equation, equations));
  const open = system.flatMap((equation, index) => (equation.difference === 0 ? [] : [index]));
  for (const cause of findRootCauses(open, findCandidates(subject, system))) {
    const hints = rankRepairs(subject, cause.candidates, evidence);
    const ends = cause.candidates.every(({ act }) => act.kind === 'move') ? (cause.candidates[0]?.act.ends ?? []) : [];
    const groups = groupByEnd(cause.mends, ends, system);
    const first = findingOf(system[groups[0]?.[0] ?? -1]);
    if (first) repairs.set(first, hints);
    for (const group of groups) {
      const top = findingOf(system[group[0] ?? -1]);
      for (const index of group.slice(1)) {
        const finding = findingOf(system[index]);
        if (top && finding) put(finding, top);
      }
    }
  }
  for (const [equation, columns] of dependent) {
    const finding = findingOf(equation);
    const cause = columns.map(findingOf).find((column) => column !== undefined && column !== finding);
    if (finding && cause && !folded.has(finding) && !under.has(finding)) put(finding, topOf(cause, under));
  }
  return drafted
    .map(({ finding }) => finding)
    .filter((finding) => !folded.has(finding))
    .map((finding) => dress(finding, under, repairs));
}

/** In a form, and wherever every row it is made of holds, a 总计 column follows from the others and no repair needs to heed it. */
function saysNothingNew(subject: CheckSubject, equation: Equation, all: readonly Equation[]): boolean {
  if (subject.kind !== 'report') return true;
  const rows = all.filter(({ identity }) => identity.rule === 't3-row');
  return [...equation.effects.keys()].every((total) => rows.some((row) => row.effects.has(total) && row.difference === 0));
}

/** The broken equations at each end of a move; all of them together where it is no move. */
function groupByEnd(mends: readonly number[], ends: readonly string[], system: readonly Equation[]): number[][] {
  const [first] = ends;
  if (ends.length < 2 || !first) return [[...mends]];
  const columnOf = (cell: string): string => cell.split('.')[2] ?? '';
  const rowOf = (cell: string): string => cell.split('.')[1] ?? '';
  const isWithinRow = rowOf(first) === rowOf(ends[1] ?? '');
  const keyOf = isWithinRow ? columnOf : rowOf;
  const belongs = (index: number): boolean => [...(system[index]?.effects.keys() ?? [])].some((cell) => keyOf(cell) === keyOf(first));
  const near = mends.filter(belongs);
  return [near, mends.filter((index) => !near.includes(index))].filter((group) => group.length > 0);
}

function topOf(finding: Finding, under: ReadonlyMap<Finding, readonly Finding[]>): Finding {
  for (const [top, consequences] of under) if (consequences.includes(finding)) return top;
  return finding;
}

function dress(
  finding: Finding,
  under: ReadonlyMap<Finding, readonly Finding[]>,
  repairs: ReadonlyMap<Finding, readonly Repair[]>,
): Finding {
  const repair = repairs.get(finding) ?? [];
  const [only] = repair;
  const suspect = only && repair.filter(({ rank }) => rank === 1).length === 1 ? only.changes[0]?.cell : undefined;
  return {
    ...finding,
    cells: suspect && finding.cells.includes(suspect) ? [suspect, ...finding.cells.filter((cell) => cell !== suspect)] : finding.cells,
    repair,
    consequences: under.get(finding) ?? [],
  };
}
