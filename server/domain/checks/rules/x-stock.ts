import { termValue } from '../identity';
import { identityCheck } from '../identity-check';
import { explainStock, remarksBeside, stockIdentities } from '../stock-rules';

/** Often broken in print, where clean-ups were not entered as 废止: asked about, never fatal, and no guide to repair. */
export const xStock = identityCheck({
  id: 'x-stock',
  sentence: {
    zh: '现行有效件数等于上年现行有效加本年制发减本年废止。',
    en: "Documents in force = last year's + issued − repealed.",
  },
  formula: 'in_force(y) = in_force(y−1) + issued − repealed',
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号附件，表二第二十条第（一）项',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null,
  identities: (subject) => stockIdentities('x-stock', subject, (key) => ({ cell: `s2.${key}.in_force`, book: 'lastYear' })),
  guidesRepair: false,
  whyNothing: { zh: '本格式没有现行有效件数。', en: 'These tables have no stock of documents in force.' },
  explain: (subject, identity, weighed) => {
    const asked = explainStock(
      identity,
      identity.right.map((term) => termValue(subject, term)),
      weighed,
    );
    const remarks = remarksBeside(subject, identity);
    return { zh: `${asked.zh}${remarks.zh}`, en: `${asked.en}${remarks.en}` };
  },
  examples: {
    passing: { title: '665 + 88 − 55 = 698', figures: documents(88, 55, 698), lastYear: { figures: documents(69, 3, 665) } },
    failing: {
      title: '665 + 88 − 55 = 698, but 700 are stated',
      figures: documents(88, 55, 700),
      lastYear: { figures: documents(69, 3, 665) },
    },
    blank: { title: "last year's stock is not known", figures: documents(88, 55, 698), lastYear: {} },
  },
});

function documents(issued: number, repealed: number, inForce: number): Record<string, number> {
  return {
    's2.normative_documents.issued': issued,
    's2.normative_documents.repealed': repealed,
    's2.normative_documents.in_force': inForce,
  };
}
