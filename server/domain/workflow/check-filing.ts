import { type Overlay, runChecks } from '../checks';
import { type CheckedFiling, filingSubject } from './filing-subject';

/** Runs the rules, as the deployment's overlay has them, on a filing. The browser calls this at every change, the server before every submit: one engine, one answer. */
export function checkFiling(filing: CheckedFiling, overlay: Overlay | null): ReturnType<typeof runChecks> {
  return runChecks(filingSubject(filing), { overlay });
}
