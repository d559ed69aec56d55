'use client';

import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { Notice } from '../ui/notice';
import type { SaveState } from './use-text-saving';

/** Somebody else saved this text meanwhile: both are shown, the person chooses. */
export function TextConflict({
  conflict,
  onMine,
  onTheirs,
}: {
  conflict: Extract<SaveState, { kind: 'conflict' }>;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { report } = useMessages();
  return (
    <Notice tone="confirm" title={report.conflictTitle} isAlert className="font-sans">
      <p>{report.conflictHint(momentText(conflict.savedAt))}</p>
      <div className="my-2 max-h-60 overflow-y-auto rounded border border-hairline bg-paper p-2 font-serif leading-7 whitespace-pre-wrap">
        {conflict.theirs}
      </div>
      <div className="flex gap-2">
        <Button isSmall onClick={onTheirs}>
          {report.conflictTheirs}
        </Button>
        <Button isSmall onClick={onMine}>
          {report.conflictMine}
        </Button>
      </div>
    </Notice>
  );
}
