import { unprintableIn } from '@/server/domain/units';
import { Refused } from '@/server/errors';

/** A name stands in tables, files and seals: nothing in it that cannot be printed. @throws Refused invalid, with the character and the name */
export function requirePrintableName(name: string): void {
  const found = unprintableIn(name);
  if (found === null) return;
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '□');
  throw new Refused('invalid', {
    zh: `名称“${shown}”里的字符 ${found} 不能印刷。没有保存，请删去后再试。`,
    en: `The character ${found} in the name "${shown}" cannot be printed. Nothing was saved; take it out and try again.`,
  });
}
