import { isRealReason } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';

/** @throws Refused invalid for nothing but spaces */
export function requireWords(text: string): void {
  if (text.trim() === '') throw new Refused('invalid', { zh: '请写一句话再提交。', en: 'Please write a sentence first.' });
}

/** What somebody said, without the blanks around it. @throws Refused invalid: nothing but blanks, or more than `maxCharacters` characters */
export function requireText(text: string, maxCharacters: number): string {
  requireWords(text);
  const said = text.trim();
  const length = [...said].length;
  if (length > maxCharacters)
    throw new Refused('invalid', {
      zh: `写了 ${length} 个字，最多 ${maxCharacters} 个字。请缩短后再提交。`,
      en: `This has ${length} characters; at most ${maxCharacters} fit. Please shorten it.`,
    });
  return said;
}

/** @throws Refused invalid for 已核实 and the like: a reason names the cause (pain 14) */
export function requireReason(text: string): void {
  if (!isRealReason(text))
    throw new Refused('invalid', {
      zh: '请写明具体原因（不能只写“已核实”“无误”等），至少 6 个字。',
      en: 'Please give the actual cause ("checked" alone is not a reason), at least 6 characters.',
    });
}
