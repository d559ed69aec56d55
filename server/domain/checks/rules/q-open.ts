import type { CheckSubject } from '../../subject';
import type { Identity } from '../identity';
import { identityCheck } from '../identity-check';
import { explainOpening, openingIdentity } from '../opening-rules';

/** The opening cells and where each comes from are the format's; a cell restated with a reason (F7) counts as settled. */
function openings(subject: CheckSubject): Identity[] {
  if (!subject.before) return [];
  return [...subject.format.cells.values()].flatMap((cell) =>
    cell.opensFrom && !subject.restated.has(cell.id)
      ? [openingIdentity('q-open', subject, { cell: cell.id, closing: cell.opensFrom, book: 'before' })]
      : [],
  );
}

export const qOpen = identityCheck({
  id: 'q-open',
  sentence: {
    zh: '本期期初数等于上期期末数；第一季度等于上年度期末数。逐列核对。',
    en: "This period's openings are the closings of the period before, the first quarter's those of last year; column by column.",
  },
  formula: 'carried_in(q) = carried_out(q−1)',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表三第二项；结转是同一批申请',
  appliesTo: (subject) => subject.kind === 'filing',
  identities: openings,
  whyNothing: { zh: '没有上期数，期初数无法核对。', en: 'There is no period before, so openings cannot be checked.' },
  explain: (_, identity, weighed) => explainOpening(identity, weighed, { zh: '上期期末为', en: 'the period before closed with' }),
  examples: {
    passing: {
      title: '4 carried out, 4 carried in',
      figures: { 's3.carried_in.natural_person': 4 },
      before: { 's3.carried_out.natural_person': 4 },
      subject: { kind: 'filing', quarter: 2 },
    },
    failing: {
      title: '4 carried out, 3 carried in',
      figures: { 's3.carried_in.natural_person': 3 },
      before: { 's3.carried_out.natural_person': 4 },
      subject: { kind: 'filing', quarter: 2 },
    },
    blank: { title: 'no period before', figures: { 's3.carried_in.natural_person': 3 }, subject: { kind: 'filing', quarter: 1 } },
  },
});
