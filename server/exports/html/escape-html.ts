import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return withoutIllegalCharacters(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
