import { wholeNumberCheck } from '../whole-numbers';

const documents = { issued: 2, repealed: 3, in_force: 9 };
const table2 = {
  's2.regulations.issued': 0,
  's2.regulations.repealed': 0,
  's2.regulations.in_force': 0,
  's2.normative_documents.issued': documents.issued,
  's2.normative_documents.repealed': documents.repealed,
  's2.normative_documents.in_force': documents.in_force,
  's2.licensing_decisions': 'not_applicable',
  's2.penalty_decisions': 0,
  's2.coercion_decisions': 0,
  's2.admin_fees': '59237.2449',
} as const;

export const t2Int = wholeNumberCheck({
  id: 't2-int',
  table: 't2',
  source: '国办公开办函〔2021〕30号附件，表二',
  examples: {
    passing: { title: 'counts, money with four decimals, one 不适用', figures: table2 },
    failing: { title: '−3 documents repealed', figures: { ...table2, 's2.normative_documents.repealed': -3 } },
    blank: { title: 'one figure of ten', figures: { 's2.penalty_decisions': 12 } },
  },
});
