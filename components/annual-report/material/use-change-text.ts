'use client';

import type { TextKey } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useTRPCClient } from '../../trpc-client';
import { keyOf } from '../report-key';
import { keptDraft } from '../text/kept-draft';

/** unsaved: words in the editor are not stored yet. moving: others kept saving. same: there is nothing to change. */
export type TextChange = 'changed' | 'same' | 'unsaved' | 'moving';

const maxTries = 3;

/** Changes a text of the report from outside its editor, against the newest stored version and never over unsaved words. */
export function useChangeText(page: ReportPage) {
  const client = useTRPCClient();
  const key = keyOf(page);
  return async (textKey: TextKey, change: (text: string) => string): Promise<TextChange> => {
    if (keptDraft(key, textKey).read() !== null) return 'unsaved';
    let { text, version } = page.texts[textKey] ?? { text: '', version: 0 };
    for (let tries = 0; tries < maxTries; tries += 1) {
      const next = change(text);
      if (next === text) return 'same';
      const answer = await client.report.saveText.mutate({ ...key, key: textKey, text: next, baseVersion: version });
      if (answer.outcome !== 'conflict') return 'changed';
      ({ text, version } = answer);
    }
    return 'moving';
  };
}
