'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { TextKey } from '@/server/domain/formats';
import { useLanguage } from '../messages/messages-provider';
import { answerOf } from '../shell/answer';
import { useTRPCClient } from '../trpc-client';
import { keptDraft } from './kept-draft';
import { keyOf, type ReportKey } from './report-key';

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'changed' | 'saving' }
  | { kind: 'failed'; sentence: string }
  | { kind: 'conflict'; theirs: string; version: number; savedAt: string };

const restMilliseconds = 1200;

/**
 * A text that saves itself once typing rests, on leaving the box, and never while an input method is composing. One request
 * at a time, each against the version it is based on. What is not saved yet is also kept in the browser.
 */
export function useTextSaving(report: ReportKey, textKey: TextKey, stored: { text: string; version: number }) {
  const client = useTRPCClient();
  const router = useRouter();
  const language = useLanguage();
  const key = keyOf(report);
  const draft = keptDraft(key, textKey);
  const [text, setText] = useState(stored.text);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const now = useRef({ text: stored.text, saved: stored.text, version: stored.version, isSending: false, isStuck: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = async () => {
    clearTimeout(timer.current);
    const { current } = now;
    if (current.isSending || current.isStuck || current.text === current.saved) return;
    const sent = current.text;
    current.isSending = true;
    setState({ kind: 'saving' });
    try {
      const answer = await client.report.saveText.mutate({ ...key, key: textKey, text: sent, baseVersion: current.version });
      if (answer.outcome === 'conflict') {
        current.isStuck = true;
        setState({ kind: 'conflict', theirs: answer.text, version: answer.version, savedAt: answer.savedAt });
        return;
      }
      current.saved = sent;
      current.version = answer.version;
      if (current.text === sent) draft.drop();
      setState(current.text === sent ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'changed' });
      router.refresh();
    } catch (error) {
      setState({ kind: 'failed', sentence: answerOf(error, language).text });
      return;
    } finally {
      current.isSending = false;
    }
    if (current.text !== current.saved) await send();
  };
  const sendLatest = useRef(send);
  sendLatest.current = send;

  const change = (next: string, isComposing: boolean) => {
    setText(next);
    now.current.text = next;
    clearTimeout(timer.current);
    if (isComposing) return;
    if (next === now.current.saved) return draft.drop();
    draft.keep(next);
    if (now.current.isStuck) return;
    setState((shown) => (shown.kind === 'saving' ? shown : { kind: 'changed' }));
    timer.current = setTimeout(() => void sendLatest.current(), restMilliseconds);
  };

  const settle = (version: number, next: string, saved: string) => {
    Object.assign(now.current, { version, text: next, saved, isStuck: false });
    setText(next);
  };

  const restore = useRef(() => {
    const kept = draft.read();
    if (kept !== null && kept !== now.current.text) change(kept, false);
  });
  useEffect(() => restore.current(), []);
  useEffect(() => () => void sendLatest.current(), []);

  /** Somebody else's newer text takes the place of one that was not touched here. */
  const adopt = useRef((next: { text: string; version: number }) => {
    const { current } = now;
    if (next.version > current.version && current.text === current.saved && !current.isSending) settle(next.version, next.text, next.text);
  });
  useEffect(() => adopt.current({ text: stored.text, version: stored.version }), [stored.text, stored.version]);

  return {
    text,
    state,
    change,
    flush: () => void send(),
    keepMine: () => {
      if (state.kind !== 'conflict') return;
      settle(state.version, now.current.text, state.theirs);
      void send();
    },
    takeTheirs: () => {
      if (state.kind !== 'conflict') return;
      settle(state.version, state.theirs, state.theirs);
      draft.drop();
      setState({ kind: 'saved', at: null });
      router.refresh();
    },
  };
}
