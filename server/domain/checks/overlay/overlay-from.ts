import type { Overlay } from './overlay';
import { parseOverlay } from './parse-overlay';

const known = new Map<string, Overlay | null>();

/**
 * The overlay behind a text that the server has accepted, read once per text: the browser runs the rules at every keystroke. A page
 * older than the server may not understand it; then the standard pack guides the form, and the server decides.
 */
export function overlayFrom(text: string | null): Overlay | null {
  if (text === null) return null;
  const before = known.get(text);
  if (before !== undefined) return before;
  const parsed = parseOverlay(text);
  const overlay = parsed.ok ? parsed.overlay : null;
  known.set(text, overlay);
  return overlay;
}
