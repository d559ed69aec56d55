'use client';

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import type { ProseSources } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { type ReadProse, readProse } from '../numbers/prose-of';
import { publishTyped } from '../text/typed-text';
import type { TextBox } from './editor-box';
import { whenIdle } from './when-idle';

/** Typing rests this long before the words are read. */
const restMs = 400;
const longestMs = 1_000;

/**
 * The text read for its numbers, marks and length: after the keys and when the browser has nothing else to do, never on a key. What was
 * typed as a token becomes a live number then.
 */
export function useReading({
  page,
  sources,
  textKey,
  initial,
  box,
  isSuggesting,
  print,
}: {
  page: ReportPage;
  sources: ProseSources;
  textKey: ProseKey;
  initial: string;
  box: RefObject<TextBox | null>;
  isSuggesting: boolean;
  print: (stored: string) => string;
}) {
  const [seen, setSeen] = useState({ text: initial });
  const { text } = seen;
  const { organ, year, scope } = page;
  const read = useMemo(
    (): ReadProse => readProse({ organ, year, scope }, sources, textKey, text),
    [organ, year, scope, sources, textKey, text],
  );
  const proposed = useMemo(
    () => (isSuggesting ? [] : page.suggestions.filter((one) => one.key === textKey && one.decision === null)),
    [page.suggestions, textKey, isSuggesting],
  );
  const quotes = useMemo(
    () => page.comments.filter((one) => one.key === textKey && one.repliesTo === null && one.resolvedAt === null).map((one) => one.quote),
    [page.comments, textKey],
  );
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  const readNow = useCallback(() => {
    clearTimeout(rest.current);
    const now = box.current;
    if (!now || now.isComposing()) return;
    const stored = now.stored();
    now.apply(stored, false);
    setSeen({ text: stored });
    publishTyped({ key: textKey, text: stored });
  }, [box, textKey]);
  const readSoon = useCallback(() => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => whenIdle(readNow, longestMs), restMs);
  }, [readNow]);

  useEffect(() => {
    box.current?.mark({ stored: seen.text, numbers: read.numbers, proposed, quotes, print });
  }, [box, seen, read, proposed, quotes, print]);

  return { text, read, readNow, readSoon };
}
