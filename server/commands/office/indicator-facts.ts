import { listIndicatorsOfKey, type Reader, type StoredIndicator, type Unit } from '@/db/store';
import type { IndicatorFacts } from '@/server/domain/formats';
import { nameKey, tidyName } from '@/server/domain/units';
import { Refused } from '@/server/errors';
import { isFiler } from '@/server/views/report-units';
import { requirePrintableName } from '../printable-name';

/** The facts tidied, once they can stand in the list of the year. @throws Refused invalid, with what to mend */
export function requireFacts(facts: IndicatorFacts, others: readonly StoredIndicator[], units: readonly Unit[]): IndicatorFacts {
  const [name, unit, definition] = [tidyName(facts.name), facts.unit.trim(), facts.definition.trim()];
  if (name === '') throw invalid('请填写指标名称。', 'Please give the indicator a name.');
  for (const printed of [facts.name, facts.unit]) requirePrintableName(printed.trim());
  if (unit === '')
    throw invalid('请填写计量单位，如“件”“条”“人次”；金额用“万元”或“元”。', 'Please say what is counted, or 万元 or 元 for money.');
  if (/\d|[%‰]/.test(unit))
    throw invalid(
      '计量单位不能含数字或百分号：自设指标只收件数和金额，比率请由两个指标相除得出。',
      'A unit has no digits or per cent: indicators are counts or money. A rate follows from two of them.',
    );
  if (/[十百千万亿]|元$/.test(unit) && unit !== '万元' && unit !== '元')
    throw invalid(
      `计量单位“${unit}”容易差出数量级。件数请直接用“件”“条”“人次”等；金额用“万元”或“元”。`,
      `The unit "${unit}" invites errors by powers of ten. Count in single ones; money is 万元 or 元.`,
    );
  if (definition === '')
    throw invalid(
      '请填写口径（算什么、不算什么、从哪里取数），填报人员要看。',
      'Please say what counts: the clerks read it beside the cell.',
    );
  const taken = others.find((other) => nameKey(other.name) === nameKey(name) && other.retiredAt === null);
  if (taken)
    throw invalid(
      `本年度已有名为“${taken.name}”的自设指标，请换一个名称。`,
      `This year has an indicator called "${taken.name}" already; choose another name.`,
    );
  const filers = new Set(units.filter(isFiler).map((one) => one.id));
  if (facts.askedOf?.length === 0)
    throw invalid('请至少选择一个填报单位，或者选择“全部单位”。', 'Choose at least one unit to ask, or all units.');
  if (facts.askedOf?.some((id) => !filers.has(id)) || (facts.ownerUnitId !== null && !units.some((one) => one.id === facts.ownerUnitId)))
    throw invalid(
      '所选单位不存在或者不是填报单位，请刷新后重选。',
      'A chosen unit is not there or does not file. Reload and choose again.',
    );
  const askedOf = facts.askedOf === null ? null : units.map((one) => one.id).filter((id) => facts.askedOf?.includes(id));
  return { ...facts, name, unit, definition, askedOf };
}

/**
 * Past years are set beside this one by key, so a key means the same in every year.
 *
 * @throws Refused invalid (taken this year, of another measure in another year, or not written as a key)
 */
export async function requireKey(reader: Reader, year: number, key: string, facts: IndicatorFacts): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key))
    throw invalid(
      '编号用小写英文字母开头，只含小写字母、数字和下划线，不超过 40 个字符，如 news_posts。',
      'A key begins with a small letter and has only small letters, digits and _, at most 40, such as news_posts.',
    );
  for (const other of await listIndicatorsOfKey(reader, key)) {
    if (other.year === year)
      throw invalid(
        `编号 ${key} 在 ${year} 年度已经用过（“${other.name}”），请换一个。`,
        `The key ${key} is taken in ${year} ("${other.name}").`,
      );
    if (other.unit !== facts.unit || other.addsUp !== facts.addsUp)
      throw invalid(
        `编号 ${key} 在 ${other.year} 年度是“${other.name}”（${other.unit}），计量不同，不能与本年度对比。请换一个编号。`,
        `In ${other.year} the key ${key} is "${other.name}" (${other.unit}), which is measured otherwise and cannot be compared. Choose another key.`,
      );
  }
  return key;
}

const fixedOnceFilled = ['unit', 'addsUp', 'overUnits', 'exactness'] as const;

/** @throws Refused invalid: figures exist, and a change of what they measure would change what was said */
export function requireSameMeasure(before: StoredIndicator, after: IndicatorFacts): void {
  if (fixedOnceFilled.every((fact) => before[fact] === after[fact])) return;
  throw invalid(
    `“${before.name}”已有单位填报，计量单位、时点、跨单位汇总方式和是否约数不能再改：改了以后，已填的数就不是填报人说的意思了。请停用本指标，另设新指标。名称、口径、顺序和填报单位可以改。`,
    `Units have filled in "${before.name}", so its unit, kind, summing and exactness are fixed: changing them would change what was said. Retire it and define another. Name, definition, order and who is asked may change.`,
  );
}

function invalid(zh: string, en: string): Refused {
  return new Refused('invalid', { zh, en });
}
