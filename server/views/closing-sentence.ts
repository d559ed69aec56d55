import type { Period } from '@/server/domain/periods';
import type { Sentence } from '@/server/domain/sentence';
import type { ClosingRefusal } from '@/server/domain/workflow';

const zhPeriods = (periods: readonly Period[]) => periods.map(({ year, quarter }) => `${year} 年第 ${quarter} 季度`).join('、');
const enPeriods = (periods: readonly Period[]) => periods.map(({ year, quarter }) => `Q${quarter} ${year}`).join(', ');

/** What speaks against a closing, and how it is mended. */
export function closingSentence(refusal: ClosingRefusal): Sentence {
  switch (refusal.kind) {
    case 'no_units':
      return { zh: '请至少选择一个要撤并的单位。', en: 'Choose at least one unit to close.' };
    case 'not_a_quarter_end':
      return {
        zh: `数据按季度报送，一个季度不能由两个单位各报一半，所以撤并日须为季度末。请选 ${refusal.before}（此后由承接单位报送）或 ${refusal.after}（本季度仍由原单位报送）。`,
        en: `Figures are filed by quarter, and half a quarter cannot be filed, so a unit closes with a quarter. Choose ${refusal.before} (the successor files from then on) or ${refusal.after} (this quarter is still filed by the old unit).`,
      };
    case 'government':
      return {
        zh: `“${refusal.unit}”是政府，是下级单位的汇总，不能撤并。请选择它下面的单位。`,
        en: `"${refusal.unit}" is a government, the whole of the units below it, and cannot be closed. Choose units below it.`,
      };
    case 'has_units_below':
      return {
        zh: `“${refusal.unit}”下面还有存续的单位：${refusal.names.join('、')}。请先撤并这些单位。`,
        en: `Units below "${refusal.unit}" still exist: ${refusal.names.join(', ')}. Close them first.`,
      };
    case 'leaves_balances':
      return {
        zh: `“${refusal.unit}”期末还有结转、现行有效或者尚未审结的件数，须有单位承接。请指定承接单位，或者先由该单位办结后再撤销。`,
        en: `"${refusal.unit}" still has requests, documents or cases open. Name a successor for them, or have the unit settle them first.`,
      };
    case 'closed_already':
      return {
        zh: `“${refusal.unit}”已于 ${refusal.day} 撤并。如须更改，请先撤销那次撤并。`,
        en: `"${refusal.unit}" closed on ${refusal.day} already. To change that, undo that closing first.`,
      };
    case 'not_open_yet':
      return {
        zh: `“${refusal.unit}”${refusal.day} 才设立，晚于撤并日。请选更晚的撤并日。`,
        en: `"${refusal.unit}" begins on ${refusal.day}, after this day. Choose a later day.`,
      };
    case 'takes_over_later':
      return {
        zh: `“${refusal.unit}”要在 ${refusal.day} 承接“${refusal.from}”，那时它必须存续。请选更晚的撤并日，或者先撤销那次承接。`,
        en: `"${refusal.unit}" takes over "${refusal.from}" after ${refusal.day} and has to exist then. Choose a later day, or undo that succession first.`,
      };
    case 'later_quarters_filled':
      return {
        zh: `“${refusal.unit}”在撤并日之后的季度已经有数据：${zhPeriods(refusal.periods)}。请选更晚的撤并日，或者先由该单位清空这些季度。`,
        en: `"${refusal.unit}" has figures in quarters after this day: ${enPeriods(refusal.periods)}. Choose a later day, or have the unit clear them first.`,
      };
    case 'succeeds_itself':
      return {
        zh: `“${refusal.unit}”在撤并名单里，不能承接自己。请从名单中去掉它，或者另选承接单位。`,
        en: `"${refusal.unit}" is one of the units that close and cannot succeed itself. Leave it out, or choose another successor.`,
      };
    case 'successor_is_government':
      return {
        zh: `“${refusal.unit}”是政府，本身不填报，不能承接。请选它的办公室或者部门。`,
        en: `"${refusal.unit}" is a government and files nothing itself, so it cannot take over. Choose its office or a department.`,
      };
    case 'successor_closed':
      return {
        zh: `“${refusal.unit}”在 ${refusal.day} 已经撤并，不能承接。请另选承接单位。`,
        en: `"${refusal.unit}" closes on ${refusal.day} itself and cannot take over. Choose another successor.`,
      };
    case 'successor_not_open_yet':
      return {
        zh: `“${refusal.unit}”${refusal.day} 才设立，撤并后的第一个季度还不存在。请选更晚的撤并日，或者另选承接单位。`,
        en: `"${refusal.unit}" begins on ${refusal.day} and does not exist in the quarter after. Choose a later day or another successor.`,
      };
    case 'successor_submitted':
      return {
        zh: `“${refusal.unit}”已经报送 ${zhPeriods(refusal.periods)}，承接会改变已签报的期初数。请先由单位撤回或由审核员退回，或者选更晚的撤并日。`,
        en: `"${refusal.unit}" has submitted ${enPeriods(refusal.periods)}; taking over would move openings that were signed. Have it recalled or returned first, or choose a later day.`,
      };
    default:
      return refusal satisfies never;
  }
}
