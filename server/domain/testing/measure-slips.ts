import type { Check } from '../checks/check';
import { qJump } from '../checks/rules/q-jump';
import { qSwap } from '../checks/rules/q-swap';
import { qYtd } from '../checks/rules/q-ytd';
import { runChecksWith } from '../checks/run-checks';
import { seededRandom } from '../seeded-random';
import { checkByStandard } from '../workflow/check-by-standard';
import type { CheckedFiling } from '../workflow/filing-subject';
import { filingSubject } from '../workflow/filing-subject';
import { filingOf, plantSlip, type SlipKind, slipKinds, unitsOverYears } from './slips-in-quarters';

const rulesOnPast: readonly Check[] = [qYtd, qSwap, qJump];

export interface Counted {
  all: number;
  asked: number;
}

/**
 * How often the rules on a quarter's past ask about quarters as they were, by report, and how often anything asks about a planted slip.
 * From the fifth quarter on, the first that has a year behind it. A hint does not ask.
 */
export function measureSlips(seeds: number): { asWere: Map<string, Counted>; planted: Map<SlipKind, Counted> } {
  const asWere = new Map<string, Counted>();
  const planted = new Map<SlipKind, Counted>();
  for (let seed = 1; seed <= seeds; seed += 1)
    for (const [index, unit] of unitsOverYears(seed).entries())
      for (let at = 4; at < unit.quarters.length; at += 1) {
        const before = filingOf(unit, at);
        tell(asWere, unit.report, askedByPast(before).size > 0);
        for (const kind of slipKinds) {
          const slip = plantSlip(unit, at, kind, seededRandom(seed * 1000 + at * 50 + index));
          if (slip) tell(planted, kind, isAsked(before, filingOf(unit, at, slip)));
        }
      }
  return { asWere, planted };
}

/** Something asks about the slip that did not ask before. The whole pack is run only where the rules on the past are silent. */
function isAsked(before: CheckedFiling, after: CheckedFiling): boolean {
  return isMore(askedByPast(before), askedByPast(after)) || isMore(askedByAll(before), askedByAll(after));
}

function isMore(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  return [...after].some((one) => !before.has(one));
}

function askedByPast(filing: CheckedFiling): Set<string> {
  return new Set(runChecksWith(filingSubject(filing), { checks: rulesOnPast }).findings.map(({ boundTo }) => boundTo));
}

function askedByAll(filing: CheckedFiling): Set<string> {
  return new Set(checkByStandard(filing).findings.flatMap(({ severity, boundTo }) => (severity === 'hint' ? [] : [boundTo])));
}

function tell<K>(into: Map<K, Counted>, key: K, isAsked: boolean): void {
  const now = into.get(key) ?? { all: 0, asked: 0 };
  into.set(key, { all: now.all + 1, asked: now.asked + (isAsked ? 1 : 0) });
}
