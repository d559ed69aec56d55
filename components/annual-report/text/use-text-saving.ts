'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { mergeTexts } from '@/server/domain/writing';
import { useLanguage } from '../../messages/messages-provider';
import { answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import type { TextBox } from '../editor/editor-box';
import { keyOf } from '../report-key';
import { keptDraft } from './kept-draft';

/** Somebody else's text, and what both began with. */
export interface OpenConflict {
  base: string;
  theirs: string;
  version: number;
  savedAt: string;
}

export type SaveState =
  | { kind: 'saved'; at: string | null; isMerged?: boolean }
  | { kind: 'changed' | 'saving' }
  | { kind: 'failed'; sentence: string }
  | ({ kind: 'conflict' } & OpenConflict);

const restMilliseconds = 1200;
const composingMs = 100;

/** A text under an input method is not touched. */
async function untilComposed(box: RefObject<TextBox | null>): Promise<void> {
  while (box.current?.isComposing()) await new Promise((resolve) => setTimeout(resolve, composingMs));
}

/**
 * A text that saves itself once typing rests, on leaving the box, and never while an input method is composing. One request
 * at a time, each against the version it is based on; what others saved in other paragraphs comes back with the answer and into the
 * box. What is not saved yet is also kept in the browser, with the text it was made of.
 *
 * @param isPaused the person suggests instead of writing: nothing is saved
 */
export function useTextSaving({
  report,
  textKey,
  stored,
  box,
  isPaused,
}: {
  report: ReportKey;
  textKey: ProseKey;
  stored: { text: string; version: number };
  box: RefObject<TextBox | null>;
  isPaused: boolean;
}) {
  const client = useTRPCClient();
  const router = useRouter();
  const language = useLanguage();
  const key = keyOf(report);
  const draft = keptDraft(key, textKey);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const now = useRef({
    text: stored.text,
    saved: stored.text,
    version: stored.version,
    isSending: false,
    isStuck: false,
    isUnsure: false,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** What stands in the box this moment; words of the last breath are not taken in yet, and must not be written over. */
  const inBox = () => box.current?.stored() ?? now.current.text;

  /** The text as somebody else saved it becomes the ground of what stands in the box. @param began what both began with */
  const rebase = ({
    mine,
    began,
    theirs,
    version,
    savedAt,
  }: Record<'mine' | 'began' | 'theirs' | 'savedAt', string> & { version: number }): boolean => {
    const { current } = now;
    const { text } = mergeTexts({ base: began, mine, theirs });
    if (text === null) {
      current.isStuck = true;
      setState({ kind: 'conflict', base: began, theirs, version, savedAt });
      return false;
    }
    Object.assign(current, { text, saved: theirs, version });
    box.current?.apply(text, false);
    return true;
  };

  /** A save without an answer may have been stored: until the server says so, what it holds is not known. */
  const isSaved = () => now.current.text === now.current.saved && !now.current.isUnsure;

  const send = async () => {
    clearTimeout(timer.current);
    const { current } = now;
    if (current.isSending || current.isStuck || drawn.current.isPaused || isSaved()) return;
    const sent = current.text;
    current.isSending = true;
    current.isUnsure = true;
    setState({ kind: 'saving' });
    try {
      const answer = await client.report.saveText.mutate({ ...key, key: textKey, text: sent, baseVersion: current.version });
      const at = new Date().toISOString();
      current.isUnsure = false;
      if (answer.outcome === 'conflict' || answer.outcome === 'merged') await untilComposed(box);
      if (answer.outcome === 'conflict') {
        rebase({ mine: inBox(), began: answer.base, theirs: answer.text, version: answer.version, savedAt: answer.savedAt });
        return;
      }
      if (answer.outcome === 'merged') {
        if (!rebase({ mine: inBox(), began: sent, theirs: answer.text, version: answer.version, savedAt: at })) return;
      } else Object.assign(current, { saved: sent, version: answer.version });
      const isAll = current.text === current.saved;
      if (isAll) draft.drop();
      setState(isAll ? { kind: 'saved', at, isMerged: answer.outcome === 'merged' } : { kind: 'changed' });
      router.refresh();
    } catch (error) {
      setState({ kind: 'failed', sentence: answerOf(error, language).text });
      return;
    } finally {
      current.isSending = false;
    }
    if (current.text !== current.saved) await send();
  };
  /** For what comes later than its render: the rest after a key, an answer, leaving the page. */
  const drawn = useRef({ stored, isPaused, send });
  useLayoutEffect(() => {
    drawn.current = { stored, isPaused, send };
  });

  const change = (next: string) => {
    const { current } = now;
    current.text = next;
    clearTimeout(timer.current);
    if (isSaved()) {
      draft.drop();
      setState((shown) => (shown.kind === 'changed' ? { kind: 'saved', at: null } : shown));
      return;
    }
    draft.keep({ text: next, base: current.saved, version: current.version });
    if (current.isStuck) return;
    setState((shown) => (shown.kind === 'saving' || shown.kind === 'changed' ? shown : { kind: 'changed' }));
    timer.current = setTimeout(() => void drawn.current.send(), restMilliseconds);
  };

  useEffect(() => () => void drawn.current.send(), []);

  /** Somebody else's newer text takes the place of one that was not touched here; a touched one meets it when it is saved. */
  const adopt = useEffectEvent((next: { text: string; version: number }) => {
    const { current } = now;
    const isTouched = inBox() !== current.saved;
    if (next.version <= current.version || isTouched || current.isSending || box.current?.isComposing()) return;
    Object.assign(current, { version: next.version, text: next.text, saved: next.text, isUnsure: false });
    box.current?.apply(next.text, false);
  });
  useEffect(() => adopt({ text: stored.text, version: stored.version }), [stored.text, stored.version]);

  const groundOf = (at: { stored: { text: string; version: number }; isPaused: boolean }) => {
    const { saved, version } = now.current;
    return at.isPaused && at.stored.version > version ? at.stored : { text: saved, version };
  };

  return {
    state,
    change,
    flush: () => void send(),
    /** The text as the server has it, as far as this page knows: when it is asked, and as it is drawn. */
    ground: () => groundOf(drawn.current),
    drawnGround: groundOf({ stored, isPaused }),
    /** Whether all that stands in the box is saved. */
    isSettled: () => isSaved() && !now.current.isStuck,
    /** What was typed before a reload goes into what is stored by now. */
    restore: () => {
      const kept = draft.read();
      if (kept === null || kept.text === now.current.text) return;
      const began = kept.version === now.current.version ? now.current.saved : kept.base;
      const theirs = now.current.saved;
      const isMerged = rebase({ mine: kept.text, began, theirs, version: now.current.version, savedAt: new Date().toISOString() });
      if (!isMerged) box.current?.apply(kept.text, false);
      change(isMerged ? now.current.text : kept.text);
    },
    /** The text once a person decided paragraph by paragraph. */
    resolve: (conflict: OpenConflict, text: string) => {
      Object.assign(now.current, { version: conflict.version, text, saved: conflict.theirs, isStuck: false });
      box.current?.apply(text, true);
      change(text);
      if (text === conflict.theirs) setState({ kind: 'saved', at: null });
      void send();
    },
  };
}
