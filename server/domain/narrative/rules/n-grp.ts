import type { CheckResult } from '../../checks/check';
import { type AnalysedText, analyse } from '../analyse';
import { asInteger } from '../decimal';
import { placeOf } from '../place';
import type { ReadNumber } from '../read-text';
import { claimRule } from './claim-rule';

const byCell = claimRule('n-grp', {
  sentence: {
    zh: '正文的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数与表三各类之和一致，各类相加等于答复数。',
    en: 'Outcomes as told in the text are the group sums of table 三, and together they are the answered figure.',
  },
  formula: 'granted + partially granted + denied + unable + refused + other = answered',
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '不予公开4件 is 3 and 1',
      figures: denied({ denied_three_security_one_stability: 3, denied_third_party_rights: 1 }),
      texts: { '1': '政府信息公开申请不予公开4件。' },
    },
    failing: {
      title: '无法提供265件 is only one row of the group of 337',
      figures: { 's3.unable_not_held.total': 265, 's3.unable_needs_creation.total': 47, 's3.unable_unclear_after_correction.total': 25 },
      texts: { '1': '政府信息公开申请无法提供265件。' },
    },
    blank: { title: 'the rows are not known', texts: { '1': '政府信息公开申请无法提供265件。' } },
  },
});

function denied(known: Record<string, number>): Record<string, number> {
  const rows = ['state_secret', 'law_prohibited', 'three_security_one_stability', 'third_party_rights', 'internal_affairs', 'process_info'];
  return Object.fromEntries(
    [...rows, 'enforcement_file', 'admin_query'].map((row) => [`s3.denied_${row}.total`, known[`denied_${row}`] ?? 0]),
  );
}

export const nGrp: typeof byCell = {
  ...byCell,
  run: (subject) => {
    const result = byCell.run(subject);
    for (const text of analyse(subject)) addSumOfGroups(result, text);
    return result;
  },
};

const groups = ['denied', 'unable', 'refused', 'other'];

/** Only where the cells cannot tell: every group is named, none disagrees with its cells, and the answered figure is named too. */
function addSumOfGroups(result: CheckResult, text: AnalysedText): void {
  if (text.claims.some((claim) => (claim.rule === 'n-grp' || claim.rule === 'n-ans') && claim.verdict === 'disagrees')) return;
  const numbers = text.read.sentences.flatMap(({ figures }) => figures);
  const named = (key: string): ReadNumber[] =>
    numbers.filter((number) => number.statement?.key === key && number.statement.frame === 'this_year');
  const granted = named('granted_or_partial').length > 0 ? [named('granted_or_partial')] : [named('granted'), named('partial')];
  const parts = [...granted, ...groups.map(named)];
  const [answered, ...more] = named('answered');
  if (!answered || more.length > 0 || parts.some((one) => one.length !== 1)) return;
  const terms = parts.flat();
  if ([answered, ...terms].some((number) => number.hedge !== null)) return;
  const sum = terms.reduce((total, number) => total + countOf(number), 0);
  if (sum === countOf(answered)) {
    result.passed += 1;
    return;
  }
  const list = terms.map((number) => number.raw).join('+');
  result.findings.push({
    cells: [],
    place: placeOf(text, answered.statement?.start ?? answered.start, answered.unitEnd),
    left: countOf(answered),
    right: sum,
    difference: countOf(answered) - sum,
    message: {
      zh: `正文答复${countOf(answered)}件，各类结果相加为${list}=${sum}件，相差${Math.abs(countOf(answered) - sum)}件。请把答复数改为${sum}件，或在各类中${countOf(answered) > sum ? '补上' : '减去'}${Math.abs(countOf(answered) - sum)}件。`,
      en: `The text has ${countOf(answered)} answered, its outcomes give ${list} = ${sum}. Write ${sum} answered, or mend the outcomes by ${Math.abs(countOf(answered) - sum)}.`,
    },
  });
}

function countOf(number: ReadNumber): number {
  return number.value ? (asInteger(number.value) ?? 0) : 0;
}
