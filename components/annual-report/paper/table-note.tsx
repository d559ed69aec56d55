'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { NoteKey } from '@/server/domain/formats';
import type { TextPlace } from '@/server/domain/subject';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { TextBox } from '../editor/editor-box';
import { keptDraft } from '../text/kept-draft';
import { ReadTalk } from '../text/read-talk';
import { ReadText } from '../text/read-text';
import { leadToText, textElementId } from '../text/show-text';
import { TextEditor } from '../text/text-editor';
import { isNoteThere } from './is-note-there';

const nothing = { text: '', version: 0, printed: '' };

/**
 * The note below a table: a text of the report like its chapters, whose editor stands there when there is a note, or when somebody
 * begins one. Emptied and left, it is gone.
 */
export function TableNote({ page, noteKey, title, place }: { page: ReportPage; noteKey: NoteKey; title: string; place: TextPlace | null }) {
  const { adjust } = useWritingMessages();
  const stored = page.texts[noteKey] ?? nothing;
  const box = useRef<TextBox | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const { isBegun, begin } = useBegun(page, noteKey, { box, around });
  const isThere = isNoteThere(page, noteKey);
  const mayWrite = page.verdicts['report.edit'] === 'allowed' || page.verdicts['report.suggest'] === 'allowed';
  if (!mayWrite)
    return (
      <div className="flex flex-col gap-2 empty:hidden">
        {stored.printed.trim() !== '' && (
          <ReadText textKey={noteKey} text={stored.printed} place={place?.text === noteKey ? place : null} />
        )}
        {isThere && <ReadTalk page={page} textKey={noteKey} text={stored.text} />}
      </div>
    );
  if (!isThere && !isBegun)
    return (
      <div id={textElementId(noteKey)} className="scroll-mt-20 font-sans print:hidden">
        <Button
          look="quiet"
          isSmall
          aria-label={adjust.noteOf(title)}
          onClick={() => {
            begin();
            leadToText(noteKey);
          }}
        >
          <Icon name="add" />
          {adjust.note}
        </Button>
      </div>
    );
  return (
    <div ref={around}>
      <TextEditor page={page} textKey={noteKey} stored={stored} box={box} />
    </div>
  );
}

/**
 * Whether a note is in writing here: from the first focus, or words kept over a reload, until an empty one is left and that it is empty is
 * saved.
 */
function useBegun(
  page: ReportPage,
  noteKey: NoteKey,
  { box, around }: { box: RefObject<TextBox | null>; around: RefObject<HTMLDivElement | null> },
): { isBegun: boolean; begin: () => void } {
  const [isBegun, setIsBegun] = useState(false);
  /** Somebody went elsewhere; one that is begun again is not left. */
  const isLeft = useRef(false);
  const { unitId, year, scope } = page;
  useEffect(() => {
    const key = { unitId, year, scope };
    if (keptDraft(key, noteKey).read() || keptDraft(key, noteKey, 'suggestion').read()) setIsBegun(true);
  }, [unitId, year, scope, noteKey]);
  useEffect(() => {
    const draft = keptDraft({ unitId, year, scope }, noteKey);
    const endWhenEmpty = () => {
      if (isLeft.current && box.current?.stored().trim() === '' && !draft.read()) setIsBegun(false);
    };
    const follow = ({ target }: Event) => {
      if (!around.current || !(target instanceof Node)) return;
      if (around.current.contains(target)) {
        isLeft.current = false;
        setIsBegun(true);
      } else if (!isBesides(target)) {
        isLeft.current = true;
        endWhenEmpty();
      }
    };
    const stopHearing = draft.onDrop(endWhenEmpty);
    for (const act of ['focusin', 'pointerdown']) addEventListener(act, follow);
    return () => {
      stopHearing();
      for (const act of ['focusin', 'pointerdown']) removeEventListener(act, follow);
    };
  }, [box, around, unitId, year, scope, noteKey]);
  return {
    isBegun,
    begin: () => {
      isLeft.current = false;
      setIsBegun(true);
    },
  };
}

/** A figure that is looked up for the note, what opens for it, or the page's scroll bar: nobody has left the note for that. */
function isBesides(target: Node): boolean {
  return target === document.documentElement || (target instanceof Element && target.closest('table, [role="dialog"]') !== null);
}
