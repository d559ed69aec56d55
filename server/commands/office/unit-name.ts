import { Refused } from '@/server/errors';

/** The name of blanks at its ends. @throws Refused invalid (empty, or another unit has it) */
export function requireUnitName(name: string, taken: readonly string[]): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Refused('invalid', { zh: '请填写单位全称。', en: 'Please give the full name of the unit.' });
  if (taken.includes(trimmed))
    throw new Refused('invalid', {
      zh: `已有名为“${trimmed}”的单位，请换一个名称。`,
      en: `There is a unit called "${trimmed}" already; choose another name.`,
    });
  return trimmed;
}
