import { filingChecks } from '../checks/filing-pack';
import { type CheckRun, runChecksWith } from '../checks/run-checks';
import { type CheckedFiling, filingSubject } from './filing-subject';

/** What `checkFiling` says where no overlay changes the pack, without the rules that never look at a filing. */
export function checkByStandard(filing: CheckedFiling): CheckRun {
  return runChecksWith(filingSubject(filing), { checks: filingChecks });
}
