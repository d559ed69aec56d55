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
 * 3. A wrong figure breaks its row, its column and the balance, a moved count what holds either of its ends: the first of its
 *    findings stays with the hint, the others go under it. It names the cells of the slip first.
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
    const [top, ...others] = cause.mends.flatMap((index) => findingOf(system[index]) ?? []);
    if (!top) continue;
    repairs.set(top, hints);
    for (const other of others) put(other, top);
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

function topOf(finding: Finding, under: ReadonlyMap<Finding, readonly Finding[]>): Finding {
  for (const [top, consequences] of under) if (consequences.includes(finding)) return top;
  return finding;
}

/**
 * With its hints, and the cells of the slip before those that only take part. A moved count is as much about its other end: the cells
 * there are of the finding too, and it is bound to both.
 */
function dress(
  finding: Finding,
  under: ReadonlyMap<Finding, readonly Finding[]>,
  repairs: ReadonlyMap<Finding, readonly Repair[]>,
): Finding {
  const repair = repairs.get(finding) ?? [];
  const consequences = under.get(finding) ?? [];
  const likely = repair.filter(({ rank }) => rank === 1);
  const isMoved = likely.length > 0 && likely.every(({ kind }) => kind === 'move' || kind === 'rows');
  const suspects = isMoved || likely.length === 1 ? likely.flatMap(({ changes }) => changes.map(({ cell }) => cell)) : [];
  return {
    ...finding,
    cells: [...new Set([...suspects, ...finding.cells])],
    ...(isMoved ? { boundTo: [finding, ...consequences].map(({ boundTo }) => boundTo).join('|') } : {}),
    repair,
    consequences,
  };
}
