import { escapeHtml as escaped } from '@/server/domain/escape-html';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';

/** Text as it may stand in an element or in a quoted attribute of a face, without what no document can hold. */
export function escapeHtml(text: string): string {
  return escaped(withoutIllegalCharacters(text));
}
