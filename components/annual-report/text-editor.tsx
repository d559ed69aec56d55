'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import type { TextKey } from '@/server/domain/formats';
import { resolveProse } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useMessages } from '../messages/messages-provider';
import { TypingNotice } from '../signing/typing-notice';
import { momentText } from '../ui/moment';
import { countCharacters, guidanceOf } from './count-characters';
import { ProseNumbers } from './prose-numbers';
import { sourcesOf } from './prose-of';
import { textElementId } from './show-text';
import { TextConflict } from './text-conflict';
import { type SaveState, useTextSaving } from './use-text-saving';

/** One text of the report as plain text, with its numbers under it. It saves itself; the mark says 已保存 only after the server's answer. */
export function TextEditor({ page, textKey, stored }: { page: ReportPage; textKey: TextKey; stored: { text: string; version: number } }) {
  const { report } = useMessages();
  const saving = useTextSaving(page, textKey, stored);
  const length = countCharacters(useMemo(() => resolveProse(saving.text, sourcesOf(page)).text, [saving.text, page]));
  const most = guidanceOf(textKey);
  return (
    <div className="flex flex-col gap-1">
      <textarea
        id={textElementId(textKey)}
        aria-label={report.textLabels[textKey]}
        lang="zh-CN"
        value={saving.text}
        onChange={(event) => saving.change(event.target.value, (event.nativeEvent as InputEvent).isComposing ?? false)}
        onCompositionEnd={(event) => saving.change(event.currentTarget.value, false)}
        onBlur={saving.flush}
        rows={textKey === 'preamble' ? 3 : 8}
        className="field-sizing-content min-h-24 w-full scroll-mt-20 rounded border border-hairline bg-paper px-3 py-2 text-[17px] leading-9 hover:border-act/50"
      />
      <p className="flex flex-wrap justify-between gap-2 font-sans text-[13px] leading-5 text-muted">
        <span className={clsx(most !== null && length > most && 'font-semibold text-confirm')}>
          {most !== null && length > most && '！ '}
          {textKey === 'preamble' && `${report.textLabels.preamble} · `}
          {most === null ? report.characters(length) : report.charactersOf(length, most)}
        </span>
        <TypingNotice page={page} textKey={textKey} />
        <SaveMark state={saving.state} isEmpty={saving.text === ''} onRetry={saving.flush} />
      </p>
      <ProseNumbers page={page} textKey={textKey} text={saving.text} onChange={(next) => saving.change(next, false)} />
      {saving.state.kind === 'conflict' && <TextConflict conflict={saving.state} onMine={saving.keepMine} onTheirs={saving.takeTheirs} />}
    </div>
  );
}

/** Green only for what was saved here and now; what the server held already is said quietly, an empty text not at all. */
function SaveMark({ state, isEmpty, onRetry }: { state: SaveState; isEmpty: boolean; onRetry: () => void }) {
  const { report, common } = useMessages();
  return (
    <span aria-live="polite">
      {state.kind === 'saved' && state.at && <span className="text-done">✓ {report.save.saved(momentText(state.at).slice(11))}</span>}
      {state.kind === 'saved' && !state.at && !isEmpty && <span>✓ {report.save.kept}</span>}
      {state.kind === 'changed' && report.save.changed}
      {state.kind === 'saving' && report.save.saving}
      {state.kind === 'conflict' && <span className="text-confirm">！ {report.conflictTitle}</span>}
      {state.kind === 'failed' && (
        <span className="text-seal">
          ✕ {report.save.failed(state.sentence)}{' '}
          <button type="button" className="min-h-6 text-act underline" onClick={onRetry}>
            {common.retry}
          </button>
        </span>
      )}
    </span>
  );
}
