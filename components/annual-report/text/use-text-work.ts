'use client';

import { type RefObject, useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import type { ProseSources } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import type { TextBox } from '../editor/editor-box';
import { useReading } from '../editor/use-reading';
import { useSuggesting } from './use-suggesting';
import { useTakingIn } from './use-taking-in';
import { useTextSaving } from './use-text-saving';

/** What becomes of the words in a box: they are taken out of it, read for their numbers, and saved, or kept as a suggestion. */
export function useTextWork({
  page,
  textKey,
  stored,
  box,
  sources,
  print,
}: {
  page: ReportPage;
  textKey: ProseKey;
  stored: { text: string; version: number };
  box: RefObject<TextBox | null>;
  sources: ProseSources;
  print: (stored: string) => string;
}) {
  const [isSuggesting, setIsSuggesting] = useState(page.verdicts['report.edit'] !== 'allowed');
  const saving = useTextSaving({ report: page, textKey, stored, box, isPaused: isSuggesting });
  const suggesting = useSuggesting(page, textKey, saving, box);
  const reading = useReading({ page, sources, textKey, initial: stored.text, box, isSuggesting, print });
  const takeIn = useTakingIn(() => {
    const text = box.current?.stored();
    if (text === undefined) return;
    if (isSuggesting) suggesting.change(text);
    else saving.change(text);
  });
  const leaveSuggesting = () => {
    suggesting.drop();
    setIsSuggesting(false);
  };
  return {
    isSuggesting,
    saving,
    suggesting,
    reading,
    /** The box stands. */
    begin: () => {
      if (isSuggesting) suggesting.restore();
      else saving.restore();
      reading.readSoon();
    },
    typed: () => {
      takeIn.soon();
      reading.readSoon();
    },
    /** The box was left. */
    leave: () => {
      takeIn.now();
      saving.flush();
    },
    isSettled: () => {
      takeIn.now();
      return saving.isSettled();
    },
    /** From writing to suggesting, or back. */
    turnSuggesting: () => {
      takeIn.now();
      if (isSuggesting) return leaveSuggesting();
      saving.flush();
      setIsSuggesting(true);
    },
    leaveSuggesting,
  };
}
export type TextWork = ReturnType<typeof useTextWork>;
