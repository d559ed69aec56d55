const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or in a quoted attribute, of HTML as of XML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** What `escapeHtml` was given. Knows no other entities: for what we wrote ourselves. */
export function unescapeHtml(escaped: string): string {
  return escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, characterOf);
}

function characterOf(entity: string): string {
  return Object.keys(entities).find((character) => entities[character] === entity) ?? entity;
}
