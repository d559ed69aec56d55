import type { TextKey } from '@/server/domain/formats';
import type { ReportKey } from './report-key';

/** What was typed into a text and is not saved yet, kept in this browser tab across a reload. */
export function keptDraft({ unitId, year, scope }: ReportKey, textKey: TextKey) {
  const storageKey = `nianbao-report-text-${unitId}-${year}-${scope}-${textKey}`;
  return {
    read: () => sessionStorage.getItem(storageKey),
    keep: (text: string) => sessionStorage.setItem(storageKey, text),
    drop: () => sessionStorage.removeItem(storageKey),
  };
}
