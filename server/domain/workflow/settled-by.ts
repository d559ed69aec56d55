import type { Finding } from '../checks/check';
import { type Explanation, isAnswered } from './submit-obstacles';

/** explained: a 说明 stands under it. excepted: it was let through, with both signatures. */
export type Settled = 'explained' | 'excepted';

/** What settles a finding as it stands; null while it still asks for something, and for a hint, which asks for nothing. */
export function settledBy(finding: Pick<Finding, 'rule' | 'severity' | 'boundTo'>, explanations: readonly Explanation[]): Settled | null {
  if (finding.severity === 'hint' || !isAnswered(finding, explanations)) return null;
  return finding.severity === 'must_fix' ? 'excepted' : 'explained';
}
