import { everExisted, type Unit } from '@/db/store';
import { nameKey, tidyName } from '@/server/domain/units';
import { Refused } from '@/server/errors';
import { requirePrintableName } from '../printable-name';

/**
 * Names that look alike are one name, among the units below one parent: two governments may
 * each have their 办公室.
 *
 * @throws Refused invalid (empty, with a character that cannot be printed, or another unit of the parent has it)
 */
export function requireUnitName(name: string, parentId: string | null, others: readonly Unit[]): string {
  const trimmed = tidyName(name);
  if (trimmed === '') throw new Refused('invalid', { zh: '请填写单位全称。', en: 'Please give the full name of the unit.' });
  requirePrintableName(name.trim());
  const taken = others.find((other) => other.parentId === parentId && everExisted(other) && nameKey(other.name) === nameKey(trimmed));
  if (taken)
    throw new Refused('invalid', {
      zh: `已有名为“${taken.name}”的单位，请换一个名称。`,
      en: `There is a unit called "${taken.name}" already; choose another name.`,
    });
  return trimmed;
}
