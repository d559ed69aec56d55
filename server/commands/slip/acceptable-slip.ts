import { isAcceptable, type SlipEffect, type unanswered } from '@/server/domain/corrections';
import { counted, plural } from '@/server/domain/plural';
import { Refused } from '@/server/errors';

/** @throws Refused invalid when nothing is changed or a change cannot stand; obstacles, by quarter, when a rule would be broken */
export function requireAcceptable(effect: SlipEffect): void {
  if (isAcceptable(effect)) return;
  if (effect.problems.length > 0 || effect.quarters.length === 0)
    throw new Refused(
      'invalid',
      effect.problems.length > 0
        ? {
            zh: `更正单中有 ${effect.problems.length} 处不能成立（无法识别、与现值相同或季度未锁定），请先改正。`,
            en: `${counted(effect.problems.length, 'line')} of the slip cannot stand (unreadable, unchanged, or the quarter is not locked). Mend ${plural(effect.problems.length, 'it', 'them')} first.`,
          }
        : { zh: '更正单没有改变任何数据，不能签署。', en: 'The slip changes nothing, so it cannot be signed.' },
      { problems: effect.problems },
    );
  const broken = effect.quarters.filter((one) => one.obstacles.length > 0);
  const count = broken.reduce((sum, one) => sum + one.obstacles.length, 0);
  throw new Refused(
    'obstacles',
    {
      zh: `更正后有 ${broken.length} 个季度共 ${count} 处必须改正的问题，须在同一张更正单中一并改平。`,
      en: `After the correction ${count} must-fix ${plural(count, 'finding')} would stand in ${counted(broken.length, 'quarter')}. Settle ${plural(count, 'it', 'them')} in the same slip.`,
    },
    { quarters: broken.map(({ quarter, obstacles }) => ({ year: quarter.year, quarter: quarter.quarter, obstacles })) },
  );
}

/** @throws Refused obstacles, with the findings by quarter, when a rule asks about a corrected figure and nobody has said why it is right */
export function requireAnswered(open: ReturnType<typeof unanswered>): void {
  const [first] = open;
  if (!first) return;
  throw new Refused(
    'obstacles',
    {
      zh: `更正后有 ${open.length} 处需要说明：${first.finding.message.zh}请写明说明后再签署。`,
      en: `After the correction ${counted(open.length, 'finding')} ${plural(open.length, 'needs', 'need')} a reason. ${first.finding.message.en} Give it, then sign.`,
    },
    {
      questions: open.map(({ quarter, finding }) => ({
        year: quarter.year,
        quarter: quarter.quarter,
        rule: finding.rule,
        cells: finding.cells,
      })),
    },
  );
}
