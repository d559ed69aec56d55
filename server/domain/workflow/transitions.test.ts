import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, can } from '../permissions';
import { type FilingStatus, filingStatuses, shownStatus } from './filing-status';
import { nextStatus, type Step, transitions } from './transitions';

const steps = Object.keys(transitions) as Step[];
/** The table of R1, written out a second time. */
const table: Record<FilingStatus, Partial<Record<Step, FilingStatus>>> = {
  open: { submit: 'submitted' },
  submitted: { recall: 'open', open_review: 'in_review', return: 'returned', approve: 'approved' },
  in_review: { return: 'returned', approve: 'approved' },
  returned: { submit: 'submitted', undo_unlock: 'approved' },
  approved: { take_back_approval: 'in_review', unlock: 'returned', lock: 'locked' },
  locked: {},
};

describe('the steps of a filing', () => {
  it('R1: start and lead where the table says, and nowhere else', () => {
    for (const status of filingStatuses)
      for (const step of steps) expect([status, step, nextStatus(status, step)]).toEqual([status, step, table[status][step] ?? null]);
  });

  it('R1: never leave the table, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ step: fc.constantFrom(...steps), hasOpenRemarks: fc.boolean() }), { maxLength: 60 }), (tries) => {
        let status: FilingStatus = 'open';
        for (const { step, hasOpenRemarks } of tries) {
          const next = nextStatus(status, step, hasOpenRemarks);
          if (next === null) continue;
          expect([table[status][step], step === 'recall' && hasOpenRemarks ? 'returned' : undefined]).toContain(next);
          status = next;
        }
        expect(filingStatuses).toContain(status);
        expect(status === 'locked' ? steps.every((step) => nextStatus(status, step) === null) : true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('R5: bring a recalled filing with unanswered remarks back to its check-list', () => {
    expect([nextStatus('submitted', 'recall', true), nextStatus('submitted', 'recall', false)]).toEqual(['returned', 'open']);
  });

  it('are permitted to somebody exactly where they may start', () => {
    const acts: Partial<Record<Step, Action>> = {
      submit: 'filing.submit',
      recall: 'filing.recall',
      open_review: 'filing.open_review',
      return: 'filing.return',
      approve: 'filing.approve',
      take_back_approval: 'filing.take_back_approval',
      unlock: 'filing.unlock',
      undo_unlock: 'filing.undo_unlock',
    };
    for (const [step, action] of Object.entries(acts) as [Step, Action][])
      for (const status of filingStatuses) {
        const posts = [
          { role: 'clerk', unitId: 'u' },
          { role: 'reviewer', unitId: 'u' },
          { role: 'admin', unitId: 'u' },
        ] as const;
        expect([step, status, can(posts, action, { unitPath: ['u'], status }) === 'allowed']).toEqual([
          step,
          status,
          nextStatus(status, step) !== null,
        ]);
      }
  });
});

describe('the status that is shown', () => {
  it('R1: tells 未开始, 填报中 and 已填完（未报送） apart, and never says 填完 of what was submitted', () => {
    const filled = (filledCount: number, missingCount: number, hasText = false) =>
      shownStatus('open', { filledCount, missingCount, hasText });
    expect([filled(0, 10), filled(0, 10, true), filled(3, 7), filled(10, 0)]).toEqual([
      'not_started',
      'filling',
      'filling',
      'filled_not_submitted',
    ]);
    for (const status of filingStatuses.filter((one) => one !== 'open'))
      expect(shownStatus(status, { filledCount: 10, missingCount: 0, hasText: true })).toBe(status);
  });
});
