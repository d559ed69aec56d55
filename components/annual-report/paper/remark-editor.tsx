'use client';

import { useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import { maxRemarkCharacters } from '@/server/domain/report/notes';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { keyOf } from '../report-key';

export interface RemarkEditorProps {
  page: ReportPage;
  cell: CellId;
}

/** Writes what is printed behind a figure. Emptied, it is taken away. */
export function RemarkEditor({ page, cell }: RemarkEditorProps) {
  const { adjust, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const stored = page.remarks[cell] ?? { text: '', version: 0 };
  const [draft, setDraft] = useState<{ text: string; baseVersion: number } | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const save = async (text: string, baseVersion: number) => {
    const done = await run(
      () => client.report.saveCellRemark.mutate({ ...keyOf(page), cell, text, baseVersion }),
      text.trim() === '' ? adjust.remarkTaken : adjust.remarkSaved,
    );
    if (!done) return;
    if (done.result.outcome === 'conflict') {
      setTheirs(done.result.text);
      setDraft({ text, baseVersion: done.result.version });
    } else {
      setTheirs(null);
      setDraft(null);
    }
  };
  return (
    <div className="flex flex-col gap-2 font-sans">
      {draft === null ? (
        <Button look="quiet" isSmall className="self-start" onClick={() => setDraft({ text: stored.text, baseVersion: stored.version })}>
          {stored.text === '' && <Icon name="add" />}
          {stored.text === '' ? adjust.addRemark : adjust.changeRemark}
        </Button>
      ) : (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            save(draft.text, draft.baseVersion);
          }}
        >
          <TextArea
            label={adjust.remark}
            hint={adjust.remarkHint(maxRemarkCharacters)}
            rows={2}
            maxLength={maxRemarkCharacters}
            lang="zh-CN"
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
          {theirs !== null && <Notice tone="confirm">{adjust.remarkConflict(theirs)}</Notice>}
          <div className="flex gap-2">
            <Button look="primary" isSmall type="submit" disabled={isBusy}>
              {common.save}
            </Button>
            <Button look="quiet" isSmall onClick={() => setDraft(null)}>
              {common.cancel}
            </Button>
          </div>
        </form>
      )}
      {theirs === null && <ActAnswer answer={answer} />}
    </div>
  );
}
