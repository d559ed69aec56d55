import { noteKeys, type ProseKey } from '../formats';
import type { ReportContent } from '../subject';

export type Prose = Partial<Record<ProseKey, string>>;

/** What a report says in sentences, as printed: its chapters, and the notes below its tables. Places of a finding are places in these. */
export function proseIn({ texts, notes }: Pick<ReportContent, 'texts' | 'notes'>): Prose {
  const below = noteKeys.flatMap((key) => (notes?.[key] ? [[key, notes[key]] as const] : []));
  return { ...texts, ...Object.fromEntries(below) };
}

export function hasProse(content: Pick<ReportContent, 'texts' | 'notes'>): boolean {
  return Object.values(proseIn(content)).some((text) => text !== undefined && text.trim() !== '');
}
