'use client';

import type { RefObject } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { type LocalFact, type ProseSources, writeToken } from '@/server/domain/prose';
import { mergeTexts } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Dock } from '../editor/dock';
import type { TextBox } from '../editor/editor-box';
import { InsertPanel } from '../editor/insert-panel';
import { NumberPanel } from '../editor/number-panel';
import { CommentBox } from './comments';
import { TextVersions } from './text-versions';
import type { TextWork } from './use-text-work';

/** What is open below the text: about one number, about inserting one, about the words at the caret, or earlier versions. */
export type OpenBelow = { kind: 'number'; caret: number; isByKey: boolean } | { kind: 'insert' | 'comment' | 'versions' };

export function TextDock({
  open,
  onOpen,
  page,
  textKey,
  sources,
  onFact,
  print,
  box,
  work: { reading, saving, isSettled },
}: {
  open: OpenBelow;
  onOpen: (next: OpenBelow | null) => void;
  page: ReportPage;
  textKey: ProseKey;
  sources: ProseSources;
  onFact: (fact: LocalFact) => void;
  print: (stored: string) => string;
  box: RefObject<TextBox | null>;
  work: TextWork;
}) {
  const { report, editor: words, prose } = useWritingMessages();
  const label = {
    number: prose.summary,
    insert: words.insert,
    comment: words.comment,
    versions: words.history.title(report.textLabels[textKey]),
  };
  const close = () => {
    onOpen(null);
    box.current?.focus();
  };
  return (
    <Dock label={label[open.kind]} onClose={close} onPlaced={(top) => box.current?.keepAbove(top)}>
      {open.kind === 'number' && (
        <NumberPanel
          page={page}
          sources={sources}
          reading={reading.read}
          caret={open.caret}
          takesFocus={open.isByKey}
          onFact={onFact}
          onChange={(next) => {
            // Others' words may have come in while this was open: only the number changes.
            const theirs = box.current?.stored() ?? '';
            const merged = mergeTexts({ base: reading.read.stored, mine: next, theirs }).text;
            if (merged !== null) box.current?.apply(merged, true);
            close();
          }}
        />
      )}
      {open.kind === 'insert' && (
        <InsertPanel
          page={page}
          sources={sources}
          onFact={onFact}
          onInsert={(token) => {
            box.current?.insert(writeToken(token));
            onOpen(null);
          }}
        />
      )}
      {open.kind === 'comment' && (
        <CommentBox page={page} textKey={textKey} quote={box.current?.quote() ?? ''} print={print} onSaid={close} />
      )}
      {open.kind === 'versions' && (
        <TextVersions
          page={page}
          textKey={textKey}
          ground={saving.ground}
          drawnGround={saving.drawnGround}
          isSettled={isSettled}
          print={print}
        />
      )}
    </Dock>
  );
}
