import { numberAt } from '../../figures';
import type { CellId } from '../../formats';
import type { CheckSubject } from '../../subject';
import { identityCheck } from '../identity-check';
import { explainOpening, openingIdentity, restatedNotes } from '../opening-rules';
import { requestColumns } from '../table-cells';

/** 上年结转 of any report; of a whole that we assemble from its units also what is not printed: 期初现行有效, 期初尚未审结. */
function openings(subject: CheckSubject): { cell: CellId; closing: CellId; book: 'lastYear' }[] {
  const { format, figures, kind, scope } = subject;
  const printed = requestColumns(format).map(({ key }) => ({ cell: `s3.carried_in.${key}`, closing: `s3.carried_out.${key}` }));
  const isAssembledWhole = kind === 'edition' && scope === 'consolidated';
  const unprinted = [...format.cells.values()].flatMap(({ id, opensFrom, isPrinted }) =>
    isAssembledWhole && !isPrinted && opensFrom !== undefined && numberAt(figures, id) !== null ? [{ cell: id, closing: opensFrom }] : [],
  );
  return [...printed, ...unprinted].map((opening) => ({ ...opening, book: 'lastYear' }));
}

export const xCarry = identityCheck({
  id: 'x-carry',
  sentence: {
    zh: '本年“上年结转”等于上年年报的“结转下年度继续办理”加所属单位写明理由的期初重述，逐列核对。',
    en: "This year's 上年结转 is what last year's report carried out, with what its units restated and gave a reason for; column by column.",
  },
  formula: 'carried_in(y) = carried_out(y−1) + restated(y)',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表三第二项与上年第四项',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null,
  identities: (subject) => openings(subject).map((opening) => openingIdentity('x-carry', subject, opening)),
  explain: (subject, identity, weighed) => {
    const { kind, scope } = subject;
    const said = explainOpening(
      identity,
      weighed,
      identity.right.some((term) => term.in === 'takenOver')
        ? {
            zh: '上年年报期末数加承接撤并单位的期末数为',
            en: "last year's report, with what was taken over from closed units, closed with",
          }
        : kind === 'edition' && scope === 'consolidated'
          ? { zh: '即各单位期初之和，上年汇总年报期末为', en: "the sum of its units; last year's consolidated report closed with" }
          : { zh: '上年年报结转为', en: "last year's report carried out" },
    );
    const notes = restatedNotes(subject, identity.left[0]?.cell ?? '');
    return { zh: `${said.zh}${notes.zh}`, en: `${said.en}${notes.en}` };
  },
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
