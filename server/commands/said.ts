import type { Filing, Reader } from '@/db/store';
import { textAnchor } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { formatOfFiling } from '@/server/views/filing-format';
import { requireWords } from './filing/note-rule';

/** What somebody said, without the blanks around it. @throws Refused invalid: nothing but blanks, or more than `most` characters */
export function requireSaid(text: string, most: number): string {
  requireWords(text);
  const said = text.trim();
  const length = [...said].length;
  if (length > most)
    throw new Refused('invalid', {
      zh: `写了 ${length} 个字，最多 ${most} 个字。请缩短后再提交。`,
      en: `This has ${length} characters; at most ${most} fit. Please shorten it.`,
    });
  return said;
}

/** @throws Refused invalid: neither a cell of the filing's form nor its text */
export async function requireAnchor(reader: Reader, filing: Filing, anchor: string): Promise<void> {
  if (anchor === textAnchor || (await formatOfFiling(reader, filing)).cells.has(anchor)) return;
  throw new Refused('invalid', {
    zh: `表中没有单元格“${anchor}”。请刷新页面后重试。`,
    en: `The form has no cell "${anchor}". Reload the page and try again.`,
  });
}
