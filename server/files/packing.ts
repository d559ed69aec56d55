import type { Packed } from '@/server/commands/export/export-own-reports';

/**
 * How far the packings under way are, by the number their download was given. On globalThis, because pages and downloads are two
 * module graphs; in memory only: a packing that is over is nobody's to ask for.
 */
const holder = globalThis as typeof globalThis & { __nianbaoPackings?: Map<string, Packed & { userId: string }> };

const maxPackings = 200;

function packings(): Map<string, Packed & { userId: string }> {
  holder.__nianbaoPackings ??= new Map();
  return holder.__nianbaoPackings;
}

export function notePacking(id: string, userId: string, packed: Packed): void {
  const all = packings();
  const known = all.get(id);
  if (known && known.userId !== userId) return;
  all.delete(id);
  all.set(id, { ...packed, userId });
  for (const oldest of all.keys()) {
    if (all.size <= maxPackings) break;
    all.delete(oldest);
  }
}

/** Null: it has not begun, or it is another person's. */
export function packingOf(id: string, userId: string): Packed | null {
  const known = packings().get(id);
  return known?.userId === userId ? { done: known.done, of: known.of } : null;
}
