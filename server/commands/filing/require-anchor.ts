import type { Filing, Reader } from '@/db/store';
import { textAnchor } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { formatOfFiling } from '@/server/views/filing-format';

/** @throws Refused invalid: neither a cell of the filing's form nor its text */
export async function requireAnchor(reader: Reader, filing: Filing, anchor: string): Promise<void> {
  if (anchor === textAnchor || (await formatOfFiling(reader, filing)).cells.has(anchor)) return;
  throw new Refused('invalid', {
    zh: `表中没有单元格“${anchor}”。请刷新页面后重试。`,
    en: `The form has no cell "${anchor}". Reload the page and try again.`,
  });
}
