import { figureAt } from '../../figures';
import { identityCheck } from '../identity-check';
import { explainPending, pendingIdentities } from '../pending-rules';

export const qPend = identityCheck({
  id: 'q-pend',
  sentence: {
    zh: '尚未审结等于期初尚未审结加本期新收案件减本期审结案件。',
    en: 'Cases pending = pending at the opening + new cases − concluded ones.',
  },
  formula: 'pending(q) = pending(q−1) + new_cases(q) − concluded(q)',
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号附件，表四“尚未审结”为期末数',
  appliesTo: (subject) => subject.kind === 'filing',
  identities: (subject) =>
    pendingIdentities('q-pend', (block) => {
      const own = `s4.${block}.pending_opening`;
      return figureAt(subject.figures, own).state === 'not_filled'
        ? { cell: `s4.${block}.pending`, book: 'before' }
        : { cell: own, book: 'subject' };
    }),
  explain: explainPending,
  examples: {
    passing: { title: '2 + 9 = 10 concluded + 1 pending', figures: review(2, 9, 10, 1), subject: { kind: 'filing', quarter: 3 } },
    failing: { title: '2 + 9 = 11, 10 + 2 = 12', figures: review(2, 9, 10, 2), subject: { kind: 'filing', quarter: 3 } },
    blank: { title: 'new cases are not recorded', figures: { 's4.review.pending': 2 }, subject: { kind: 'filing', quarter: 3 } },
  },
});

function review(opening: number, opened: number, concluded: number, pending: number): Record<string, number> {
  return {
    's4.review.pending_opening': opening,
    's4.review.new_cases': opened,
    's4.review.upheld': concluded,
    's4.review.corrected': 0,
    's4.review.other': 0,
    's4.review.pending': pending,
  };
}
