import { nLenWith } from '../narrative/rules/n-len';
import type { Check } from './check';
import type { Overlay } from './overlay/overlay';
import { checks } from './pack';
import { t3OtherWith } from './rules/t3-other';
import { xJumpWith } from './rules/x-jump';
import { xTextWith } from './rules/x-text';
import type { Thresholds } from './thresholds';

/** Rules that speak of "many" and "long": one line per rule whose limits an overlay may set. */
const adjustable: Readonly<Record<string, (thresholds: Thresholds) => Check>> = {
  't3-other': t3OtherWith,
  'x-jump': xJumpWith,
  'x-text': xTextWith,
  'n-len': nLenWith,
};

const packs = new WeakMap<Overlay, readonly Check[]>();

/** The pack as a deployment runs it: with its limits, and its own rules behind. The same overlay gives the same list. */
export function packWith(overlay: Overlay): readonly Check[] {
  const known = packs.get(overlay);
  if (known) return known;
  const pack = [...checks.map((check) => adjustable[check.id]?.(overlay.thresholds) ?? check), ...overlay.added];
  packs.set(overlay, pack);
  return pack;
}
