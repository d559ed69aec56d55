'use client';

import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { downloadHeader } from '@/server/domain/download-header';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { useTRPCClient } from '../trpc-client';
import { newId } from '../ui/new-id';
import type { Answer } from './answer';
import { fileNameOf } from './file-name-of';
import { saveBlob } from './save-blob';

export interface Download {
  /** What is being made, or how many wait before it, in words; null when nothing is. */
  working: string | null;
  answer: Answer | null;
  /** For a link to a file that takes a while to make. Without scripts, and with a key held, it stays the link it is. */
  onClick: (event: MouseEvent<HTMLAnchorElement>, what: string) => void;
}

const askEveryMs = 1_000;

/**
 * Fetches a file as its link would, and says how many are before it, that it is being made, that it is there, or why not. One at a time.
 * Whoever leaves the page gives the place in the row to others. `onAnswer` takes the answer where other acts are answered at the same place.
 */
export function useDownload(options: { onAnswer?: (answer: Answer | null) => void } = {}): Download {
  const { common } = useMessages();
  const { downloads: words } = useWritingMessages();
  const language = useLanguage();
  const client = useTRPCClient();
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const isRunning = useRef(false);
  const [working, setWorking] = useState<string | null>(null);
  const [own, setOwn] = useState<Answer | null>(null);
  const setAnswer = options.onAnswer ?? setOwn;

  async function run(address: string, what: string): Promise<void> {
    isRunning.current = true;
    setAnswer(null);
    setWorking(words.making(what));
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    const number = newId();
    const asking = setInterval(async () => {
      const now = await client.person.download.query({ number }, { signal }).catch(() => null);
      if (now && leaving.current?.signal === signal && isRunning.current)
        setWorking(now.state === 'queued' ? words.queued(what, now.ahead) : words.making(what));
    }, askEveryMs);
    try {
      const response = await fetch(address, { signal, headers: { [downloadHeader]: number } });
      if (response.ok) {
        const name = fileNameOf(response.headers.get('content-disposition'), address);
        saveBlob(name, await response.blob());
        setAnswer({ tone: 'done', text: words.done(name) });
      } else {
        // What a proxy on the way says of a server that does not answer is a page of its own, and no sentence of ours.
        const isOurs = response.headers.get('content-type')?.startsWith('text/plain');
        const [zh = '', en = zh] = isOurs ? (await response.text()).split('\n') : [];
        const text = language === 'zh' ? zh : en;
        setAnswer({ tone: 'wrong', text: text || common.internalFault, ...(response.status === 401 ? { needsSignIn: true } : {}) });
      }
    } catch {
      if (!signal.aborted) setAnswer({ tone: 'wrong', text: common.lostConnection });
    } finally {
      clearInterval(asking);
      isRunning.current = false;
      setWorking(null);
    }
  }

  return {
    working,
    answer: own,
    onClick(event, what) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!isRunning.current) void run(event.currentTarget.href, what);
    },
  };
}
