import { figureOfText } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { type Action, actions, type Verdict } from '@/server/domain/permissions';
import type { FilingForm } from '@/server/queries/filing-form';

/** An open filing of the third quarter in which these texts are stored, each under version 1. */
export function aForm(texts: Readonly<Record<string, string>>): FilingForm {
  const format = getFormat('2021');
  return {
    filingId: 'filing',
    unitId: 'office',
    unitName: '示例区人民政府办公室',
    year: 2026,
    quarter: 3,
    dueOn: '2026-10-15',
    deadline: { dueOn: '2026-10-15', quarterDueOn: '2026-10-15', extension: null, ask: null, locks: false, isPastLock: false },
    status: 'open',
    submissionNumber: 0,
    isPractice: false,
    signOff: null,
    submission: null,
    format: '2021',
    rowVariant: 'other_three',
    indicators: [],
    powers: [],
    stored: Object.fromEntries(
      Object.entries(texts).flatMap(([id, raw]) => {
        const cell = format.cells.get(id);
        return cell
          ? [[id, { raw, figure: figureOfText(raw, cell).figure, version: 1, savedBy: '沈', savedAt: '2026-10-10T00:00:00.000Z' }]]
          : [];
      }),
    ),
    openings: {},
    restatements: [],
    takenOver: [],
    declared: {},
    contribution: { text: '', version: 0, savedBy: '' },
    explanations: [],
    comments: [],
    followUps: [],
    remarks: [],
    returnReason: null,
    past: { quarters: [], values: {}, peers: {} },
    beside: { lastQuarter: {}, sameQuarterLastYear: {} },
    verdicts: Object.fromEntries(Object.keys(actions).map((action) => [action, 'allowed'])) as Record<Action, Verdict>,
    checkRun: {
      findings: [],
      counts: { must_fix: 0, confirm: 0, hint: 0, passed: 0, not_checkable: 0 },
      notCheckable: [],
      switchedOff: [],
      packVersion: '',
    },
    overlay: null,
    ruleNotes: [],
    hash: '0'.repeat(64),
    receiver: '区政府办公室',
  };
}
