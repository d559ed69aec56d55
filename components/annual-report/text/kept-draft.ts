import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';

/** What was typed and is not saved yet, with the text it was made of, so that it finds its place in what others saved meanwhile. */
export interface KeptDraft {
  text: string;
  base: string;
  version: number;
}

const dropped = 'nianbao:draft-dropped';

/** Kept in this browser tab across a reload. @param what `text`, or `suggestion`: what a person would propose and has not sent */
export function keptDraft({ unitId, year, scope }: ReportKey, textKey: ProseKey, what: 'text' | 'suggestion' = 'text') {
  const storageKey = `nianbao-report-${what}-${unitId}-${year}-${scope}-${textKey}`;
  return {
    read: (): KeptDraft | null => parse(sessionStorage.getItem(storageKey)),
    keep: (draft: KeptDraft) => sessionStorage.setItem(storageKey, JSON.stringify(draft)),
    drop: () => {
      sessionStorage.removeItem(storageKey);
      document.dispatchEvent(new CustomEvent(dropped, { detail: storageKey }));
    },
    /** What was typed is saved, or stands as it stood. @returns what stops listening */
    onDrop: (told: () => void) => {
      const listen = (event: Event) => {
        if ((event as CustomEvent<string>).detail === storageKey) told();
      };
      document.addEventListener(dropped, listen);
      return () => document.removeEventListener(dropped, listen);
    },
  };
}

function parse(kept: string | null): KeptDraft | null {
  if (kept === null) return null;
  try {
    const { text, base, version } = JSON.parse(kept) as Partial<KeptDraft>;
    return typeof text === 'string' && typeof base === 'string' && typeof version === 'number' ? { text, base, version } : null;
  } catch {
    return null;
  }
}
