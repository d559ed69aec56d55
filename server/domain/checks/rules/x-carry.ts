import { identityCheck } from '../identity-check';
import { explainOpening, openingIdentity } from '../opening-rules';
import { requestColumns } from '../table-cells';

export const xCarry = identityCheck({
  id: 'x-carry',
  sentence: {
    zh: '本年“上年结转”等于上年年报的“结转下年度继续办理”，逐列核对。',
    en: "This year's 上年结转 is what last year's report carried out, column by column.",
  },
  formula: 'carried_in(y) = carried_out(y−1)',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表三第二项与上年第四项',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null,
  identities: (subject) =>
    requestColumns(subject.format)
      .map(({ key }) => ({ cell: `s3.carried_in.${key}`, closing: `s3.carried_out.${key}`, book: 'lastYear' as const }))
      .filter(({ cell }) => !subject.restated.has(cell))
      .map((opening) => openingIdentity('x-carry', subject, opening)),
  explain: (_, identity, weighed) => explainOpening(identity, weighed, { zh: '上年年报结转为', en: "last year's report carried out" }),
  examples: {
    passing: {
      title: '1 carried out, 1 carried in',
      figures: { 's3.carried_in.natural_person': 1 },
      lastYear: { figures: { 's3.carried_out.natural_person': 1 } },
    },
    failing: {
      title: '1 carried out, 0 carried in',
      figures: { 's3.carried_in.natural_person': 0 },
      lastYear: { figures: { 's3.carried_out.natural_person': 1 } },
    },
    blank: { title: "last year's closing is not known", figures: { 's3.carried_in.natural_person': 0 }, lastYear: {} },
  },
});
