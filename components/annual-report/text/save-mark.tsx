'use client';

import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import type { SaveState } from './use-text-saving';

/** Green only for what was saved here and now; what the server held already is said quietly, an empty text not at all. */
export function SaveMark({ state, isEmpty, onRetry }: { state: SaveState; isEmpty: boolean; onRetry: () => void }) {
  const { report, editor, common } = useWritingMessages();
  return (
    <span aria-live="polite">
      {state.kind === 'saved' && state.at && (
        <span className="text-done">
          <Icon name="done" className="mr-1" />
          {(state.isMerged ? editor.save.merged : report.save.saved)(momentText(state.at).slice(11))}
        </span>
      )}
      {state.kind === 'saved' && !state.at && !isEmpty && (
        <span>
          <Icon name="done" className="mr-1" />
          {report.save.kept}
        </span>
      )}
      {state.kind === 'changed' && report.save.changed}
      {state.kind === 'saving' && report.save.saving}
      {state.kind === 'conflict' && (
        <span className="text-confirm">
          <Icon name="confirm" className="mr-1" />
          {report.conflictTitle}
        </span>
      )}
      {state.kind === 'failed' && (
        <span className="text-wrong">
          <Icon name="wrong" className="mr-1" />
          {report.save.failed(state.sentence)}{' '}
          <Button look="way" onClick={onRetry}>
            {common.retry}
          </Button>
        </span>
      )}
    </span>
  );
}
