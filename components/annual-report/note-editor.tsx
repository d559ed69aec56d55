'use client';

import { useState } from 'react';
import type { ReportPage } from '@/server/queries/report';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { keyOf } from './report-key';

export interface NoteEditorProps {
  page: ReportPage;
  /** A table or a cell. */
  place: string;
  label: string;
  hint: string;
  most: number;
  /** What the button says while there is nothing. */
  add: string;
}

/** Writes what is printed below a table or behind a figure. Emptied, it is taken away. */
export function NoteEditor({ page, place, label, hint, most, add }: NoteEditorProps) {
  const { adjust, common } = useMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const stored = page.notes[place] ?? { text: '', version: 0 };
  const [draft, setDraft] = useState<{ text: string; baseVersion: number } | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const save = async (text: string, baseVersion: number) => {
    const done = await run(
      () => client.report.saveNote.mutate({ ...keyOf(page), place, text, baseVersion }),
      text.trim() === '' ? adjust.noteTaken : adjust.noteSaved,
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
          {stored.text === '' ? `＋ ${add}` : adjust.edit(label)}
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
            label={label}
            hint={hint}
            rows={2}
            maxLength={most}
            lang="zh-CN"
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
          {theirs !== null && <Notice tone="confirm">{adjust.noteConflict(theirs)}</Notice>}
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
