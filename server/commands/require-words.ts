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

/** @throws Refused invalid: nothing is cut off, the person shortens it */
export function requireTextLength(text: string, most: number): void {
  if (text.length > most)
    throw new Refused('invalid', {
      zh: `文字有 ${text.length} 个字符，超过上限 ${most}，未保存。请分段或删减。`,
      en: `The text has ${text.length} characters, more than ${most}. It was not saved; please shorten it.`,
    });
}
