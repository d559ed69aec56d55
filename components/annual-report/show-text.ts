import type { TextPlace } from '@/server/domain/checks/check';
import type { TextKey } from '@/server/domain/formats';

export function textElementId(key: TextKey): string {
  return `text-${key}`;
}

/**
 * Leads to a snippet of a text: selects it where the text is being edited, else brings the paragraph into view (where it
 * is marked). A text that changed since may have the snippet elsewhere; then the first such words are selected.
 */
export function showText({ text, start, end, snippet }: TextPlace): void {
  const place = document.getElementById(textElementId(text));
  place?.scrollIntoView({ block: 'center' });
  if (!(place instanceof HTMLTextAreaElement)) return;
  const at = place.value.slice(start, end) === snippet ? start : place.value.indexOf(snippet);
  place.focus({ preventScroll: true });
  if (at >= 0) place.setSelectionRange(at, at + snippet.length);
}
