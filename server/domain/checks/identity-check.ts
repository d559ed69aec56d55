import { counted } from '../plural';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';
import { asStated } from './cell-values';
import type { Check, CheckResult } from './check';
import { cellsOf, type Identity, type Weighed, weigh } from './identity';

interface IdentityRule extends Omit<Check, 'run' | 'identities'> {
  identities: (subject: CheckSubject) => readonly Identity[];
  /** The sentence of a finding: what to do, both numbers, the difference. */
  explain: (subject: CheckSubject, identity: Identity, weighed: Weighed) => Sentence;
  /** Why nothing could be compared although the rule applies, e.g. there is no period before. */
  whyNothing?: Sentence;
  /** False keeps the identities out of repair hints. */
  guidesRepair?: boolean;
}

/** A check that consists of identities: each holds, is broken, or has a figure that is not known. */
export function identityCheck({ explain, whyNothing, guidesRepair = true, ...rule }: IdentityRule): Check {
  const { identities, ...check } = rule;
  return {
    ...check,
    ...(guidesRepair ? { identities: (subject: CheckSubject) => (check.appliesTo(subject) ? identities(subject) : []) } : {}),
    run: (subject) => {
      const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
      const all = identities(subject);
      if (all.length === 0 && whyNothing) result.notCheckable.push({ cells: [], why: whyNothing });
      for (const identity of all) {
        const weighed = weigh(subject, identity);
        if ('unknown' in weighed)
          result.notCheckable.push({ cells: weighed.unknown, why: unknownFigures(identity, weighed.unknown.length) });
        else if (weighed.difference === 0) result.passed += 1;
        else
          result.findings.push({
            cells: cellsOf(identity),
            ...sidesAsStated(subject, identity, weighed),
            message: explain(subject, identity, weighed),
            identity,
          });
      }
      return result;
    },
  };
}

function sidesAsStated({ format }: CheckSubject, identity: Identity, { left, right, difference }: Weighed) {
  const cell = format.cells.get(identity.left[0]?.cell ?? '');
  return { left: asStated(left, cell), right: asStated(right, cell), difference: asStated(difference, cell) };
}

function unknownFigures({ of }: Identity, howMany: number): Sentence {
  return {
    zh: `${of.zh}：有 ${howMany} 个数未知，无法核对。`,
    en: `${of.en}: ${counted(howMany, 'figure is', 'figures are')} not known, so this cannot be checked.`,
  };
}
