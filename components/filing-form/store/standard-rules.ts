import type { CheckRun } from '@/server/domain/checks';
import { checkByStandard, type FilingFacts } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { checkedFiling } from './checked-filing';

/** The same rules as on the server, on what is on the screen. */
export function runRules(form: FilingForm, facts: FilingFacts): CheckRun {
  return checkByStandard(checkedFiling(form, facts));
}
