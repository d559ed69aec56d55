import { figureAt } from '../../figures';
import type { CheckSubject } from '../../subject';
import { type Identity, termValue } from '../identity';
import { identityCheck } from '../identity-check';
import { explainStock, stockIdentities } from '../stock-rules';

/** The balances of what is in force, as a filing states them. */
export function stocksOfFiling(subject: CheckSubject): Identity[] {
  return stockIdentities('q-stock', subject, (key) => {
    const own = `s2.${key}.in_force_opening`;
    return figureAt(subject.figures, own).state === 'not_filled'
      ? { cell: `s2.${key}.in_force`, book: 'before' }
      : { cell: own, book: 'subject' };
  });
}

/** The opening stock is the form's own 期初现行有效; until that is filled, the closing of the period before. */
export const qStock = identityCheck({
  id: 'q-stock',
  sentence: {
    zh: '期末现行有效件数等于期初现行有效加本期制发减本期废止。',
    en: 'Documents in force = in force at the opening + issued − repealed.',
  },
  formula: 'in_force(q) = in_force(q−1) + issued − repealed',
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号附件，表二第二十条第（一）项',
  appliesTo: (subject) => subject.kind === 'filing',
  guidesRepair: false,
  identities: stocksOfFiling,
  whyNothing: { zh: '本格式没有现行有效件数。', en: 'These tables have no stock of documents in force.' },
  explain: (subject, identity, weighed) =>
    explainStock(
      identity,
      identity.right.map((term) => termValue(subject, term)),
      weighed,
    ),
  examples: {
    passing: { title: '10 + 2 − 3 = 9', figures: stock(10, 2, 3, 9), subject: { kind: 'filing', quarter: 2 } },
    failing: { title: '10 + 2 − 3 = 9, but 8 are stated', figures: stock(10, 2, 3, 8), subject: { kind: 'filing', quarter: 2 } },
    blank: {
      title: 'the opening stock is not known',
      figures: { 's2.normative_documents.in_force': 9 },
      subject: { kind: 'filing', quarter: 2 },
    },
  },
});

function stock(opening: number, issued: number, repealed: number, inForce: number): Record<string, number> {
  return {
    's2.normative_documents.in_force_opening': opening,
    's2.normative_documents.issued': issued,
    's2.normative_documents.repealed': repealed,
    's2.normative_documents.in_force': inForce,
  };
}
