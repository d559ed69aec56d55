'use client';

import { useCallback } from 'react';
import { type Format, textKeys } from '@/server/domain/formats';
import type { PartKey } from '@/server/domain/signing';
import { useWritingMessages } from '../messages/writing-words';

/** Parts of a report by name, as one phrase. */
export function usePartNames(format: Format): (parts: readonly PartKey[]) => string {
  const { signing, report, common } = useWritingMessages();
  return useCallback(
    (parts) =>
      parts
        .map((part) => {
          const [kind, of = ''] = part.split(':');
          if (kind === 'table') return format.tables.find((table) => table.id === of)?.title ?? of;
          const text = textKeys.find((key) => kind === 'text' && key === of);
          if (text) return report.textLabels[text];
          return part in signing.parts ? signing.parts[part as keyof typeof signing.parts] : part;
        })
        .join(common.listComma),
    [format, signing, report, common],
  );
}
