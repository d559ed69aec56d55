import type { ProseKey } from '@/server/domain/formats';
import type { TextPlace } from '@/server/domain/subject';

export function textElementId(key: ProseKey): string {
  return `text-${key}`;
}

/** Puts `replacement` where `snippet` stood when the text was checked. @returns how many places it still stood in */
type Mend = (places: readonly TextPlace[], replacement: string) => number;
const mending = new Map<ProseKey, Mend>();

/** A text that is being edited mends its places itself. @returns what ends it */
export function mendsItself(key: ProseKey, mend: Mend): () => void {
  mending.set(key, mend);
  return () => {
    if (mending.get(key) === mend) mending.delete(key);
  };
}

/** Replaces what stands in every place, all of one text, in one step of its editor; null where it is not being edited. */
export function mendText(places: readonly TextPlace[], replacement: string): number | null {
  const [first] = places;
  return (first && mending.get(first.text)?.(places, replacement)) ?? null;
}

type Show = (place: Pick<TextPlace, 'start' | 'end' | 'snippet'>) => void;
const editing = new Map<ProseKey, Show>();
/** The text somebody was led to before its editor stood. */
let awaited: ProseKey | null = null;

/** A text that is being edited shows its places itself. @returns what ends it */
export function showsItself(key: ProseKey, show: Show): () => void {
  editing.set(key, show);
  if (awaited === key) leadToText(key);
  return () => {
    if (editing.get(key) === show) editing.delete(key);
  };
}

/** Leads to the beginning of a text, into its editor where there is one; one that is still being loaded is waited for. */
export function leadToText(key: ProseKey): void {
  awaited = editing.has(key) ? null : key;
  if (awaited) for (const act of ['pointerdown', 'keydown']) addEventListener(act, stopLeading, { once: true, capture: true });
  showText({ text: key, start: 0, end: 0, snippet: '' });
}

/** Whoever leaves the page, or goes on with something else, is led nowhere any more. */
export function stopLeading(): void {
  awaited = null;
}

/**
 * Leads to a snippet of a text: selects it where the text is being edited, else brings the paragraph into view (where it
 * is marked). A text that changed since may have the snippet elsewhere; then the first such words are selected.
 */
export function showText({ text, start, end, snippet }: TextPlace): void {
  const show = editing.get(text);
  if (show) show({ start, end, snippet });
  else document.getElementById(textElementId(text))?.scrollIntoView({ block: 'center' });
}
