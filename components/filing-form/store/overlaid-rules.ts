import { type CheckRun, overlayFrom } from '@/server/domain/checks';
import { checkFiling, type FilingFacts } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { checkedFiling } from './checked-filing';

/** The same, as the deployment's overlay has them; it may speak of any rule, so the whole pack comes with it. */
export function runRules(form: FilingForm, facts: FilingFacts): CheckRun {
  return checkFiling(checkedFiling(form, facts), overlayFrom(form.overlay));
}
