'use client';

import { useEffect, useMemo, useState } from 'react';
import type { ProseSources } from '@/server/domain/prose';
import { useWritingMessages } from '../../messages/writing-words';
import type { LiveNumber } from './describe-number';
import { createNumberShelf, type NumberShelf } from './number-shelf';

/** The shelf of an editor's live numbers, stocked anew when figures or language change. */
export function useNumberShelf(sources: ProseSources): NumberShelf {
  const { editor, prose } = useWritingMessages();
  const label = useMemo(() => {
    const { live } = editor;
    const base = ({ kind, shown, name, problem }: LiveNumber): string =>
      kind === 'broken' ? live.broken(shown, problem ? prose.problems[problem] : '') : live[kind](shown, name);
    return (number: LiveNumber): string =>
      [
        base(number),
        ...(number.isZeroOrOne ? [live.zeroOrOne(number.shown)] : []),
        ...(number.lostWords === null ? [] : [live.lostWords(number.lostWords)]),
      ].join('；');
  }, [editor, prose]);
  const [shelf] = useState(() => createNumberShelf(sources, label));
  useEffect(() => shelf.stock(sources, label), [shelf, sources, label]);
  return shelf;
}
