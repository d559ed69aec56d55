import { escapeHtml } from '../escape-html';
import { withoutIllegalCharacters } from './illegal-characters';

/** Text as it may stand in an element or in a quoted attribute of a face, without what no document can hold. */
export function escapePrinted(text: string): string {
  return escapeHtml(withoutIllegalCharacters(text));
}
