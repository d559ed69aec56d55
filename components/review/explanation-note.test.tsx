import { expect, it } from 'vitest';
import type { ReviewExplanation } from '@/server/queries/review';
import { shown } from '../testing/shown';
import { ExplanationNote } from './explanation-note';

const exception: ReviewExplanation = {
  id: 'x1',
  kind: 'exception',
  rule: 't3-col',
  boundTo: 's3:1',
  text: '上年结转一件，复议后撤回。',
  writtenBy: '张敏',
  countersignedBy: null,
  isOwn: false,
};

function note(explanation: ReviewExplanation | undefined, mayCountersign = true) {
  return shown(<ExplanationNote filingId="schools" unitName="区教育局" explanation={explanation} mayCountersign={mayCountersign} />);
}

it('a finding that nobody explained says so', async () => {
  expect((await note(undefined)).text).toBe('没有说明');
});

it('the second signature is offered to whoever may give it, named by unit and rule', async () => {
  const screen = await note(exception);
  expect(screen.text).toContain('放行理由（张敏）：上年结转一件，复议后撤回。');
  expect(screen.the('button', '会签放行：区教育局，规则 t3-col').isDisabled).toBe(false);
});

it('nobody countersigns the own exception, and is told why there is no button', async () => {
  const screen = await note({ ...exception, isOwn: true });
  expect(screen.names('button')).toEqual([]);
  expect(screen.text).toContain('这是您本人申请的放行，须由另一人会签。');
});

it('who may not countersign reads that the exception waits, and who signed it once it counts', async () => {
  const waiting = await note(exception, false);
  expect(waiting.names('button')).toEqual([]);
  expect(waiting.text).toContain('等待会签');
  const signed = await note({ ...exception, countersignedBy: '李峰' });
  expect(signed.names('button')).toEqual([]);
  expect(signed.text).toContain('李峰 已会签');
});

it('an explanation needs no second signature, and none is asked for', async () => {
  const screen = await note({ ...exception, kind: 'explanation' });
  expect(screen.text).toBe('说明（张敏）：上年结转一件，复议后撤回。');
  expect(screen.names('button')).toEqual([]);
});
