import { expect, it } from 'vitest';
import type { Finding } from '../checks/check';
import { settledBy } from './settled-by';
import type { Explanation } from './submit-obstacles';

const finding = (severity: Finding['severity']) => ({ rule: 'q-jump', boundTo: 'q-jump|9', severity }) as Finding;
const said = (some: Partial<Explanation> = {}): Explanation => ({
  id: '1',
  kind: 'explanation',
  rule: 'q-jump',
  boundTo: 'q-jump|9',
  text: '集中办理历史积案。',
  writtenBy: '沈',
  countersignedBy: null,
  ...some,
});

it('a confirm finding is settled by what was said of these very values', () => {
  expect(settledBy(finding('confirm'), [said()])).toBe('explained');
  expect(settledBy(finding('confirm'), [said({ boundTo: 'q-jump|8' })])).toBeNull();
  expect(settledBy(finding('confirm'), [])).toBeNull();
});

it('a must-fix finding is settled by both signatures, a hint by nothing', () => {
  expect(settledBy(finding('must_fix'), [said({ kind: 'exception' })])).toBeNull();
  expect(settledBy(finding('must_fix'), [said({ kind: 'exception', countersignedBy: '方' })])).toBe('excepted');
  expect(settledBy(finding('hint'), [said()])).toBeNull();
});
