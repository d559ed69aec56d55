'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import { maxNoteCharacters } from '@/server/domain/report/notes';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { TypingNotice } from '../../signing/typing-notice';
import { Icon } from '../../ui/icon';
import type { TextBox } from '../editor/editor-box';
import { TextStates } from '../editor/text-states';
import { countCharacters, guidanceOf } from './count-characters';
import { SaveMark } from './save-mark';
import type { TextWork } from './use-text-work';

/** The line below a text: its length, the state of its numbers, whose signatures it moves, and whether it is saved. */
export function TextFoot({
  page,
  textKey,
  print,
  work: { reading, saving, isSuggesting },
  onShow,
}: {
  page: ReportPage;
  textKey: ProseKey;
  print: (stored: string) => string;
  work: TextWork;
  onShow: TextBox['show'];
}) {
  const { report, adjust } = useWritingMessages();
  const length = useMemo(() => countCharacters(print(reading.text)), [print, reading.text]);
  const most = guidanceOf(textKey);
  const isLong = most !== null && length > most;
  return (
    <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 font-sans text-note leading-5 text-muted">
      <span className={clsx(isLong && 'font-semibold text-confirm')}>
        {isLong && <Icon name="confirm" className="mr-1" />}
        {textKey === 'preamble' && `${report.textLabels.preamble} · `}
        {most === null ? report.characters(length) : report.charactersOf(length, most)}
        {isNoteKey(textKey) && ` · ${adjust.noteHint(maxNoteCharacters)}`}
      </span>
      <TextStates label={report.textLabels[textKey]} numbers={reading.read.numbers} onShow={onShow} stored={reading.read.stored} />
      <TypingNotice page={page} textKey={textKey} />
      {!isSuggesting && <SaveMark state={saving.state} isEmpty={reading.text === ''} onRetry={saving.flush} />}
    </div>
  );
}
