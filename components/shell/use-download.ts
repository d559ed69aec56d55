'use client';

import { type MouseEvent, useRef, useState } from 'react';
import { useLanguage, useMessages } from '../messages/messages-provider';
import type { Answer } from './answer';
import { fileNameOf } from './file-name-of';
import { saveBlob } from './save-blob';

export interface Download {
  /** What is being made, in words; null when nothing is. */
  working: string | null;
  answer: Answer | null;
  /** For a link to a file that takes a while to make. Without scripts, and with a key held, it stays the link it is. */
  onClick: (event: MouseEvent<HTMLAnchorElement>, what: string) => void;
}

/** Fetches a file as its link would, and says that it is being made, that it is there, or why not. One at a time. */
export function useDownload(): Download {
  const { common } = useMessages();
  const language = useLanguage();
  const isRunning = useRef(false);
  const [working, setWorking] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function run(address: string, what: string): Promise<void> {
    isRunning.current = true;
    setAnswer(null);
    setWorking(common.working.file(what));
    try {
      const response = await fetch(address);
      if (response.ok) {
        const name = fileNameOf(response.headers.get('content-disposition'), address);
        saveBlob(name, await response.blob());
        setAnswer({ tone: 'done', text: common.working.fileDone(name) });
      } else {
        // What a proxy on the way says of a server that does not answer is a page of its own, and no sentence of ours.
        const isOurs = response.headers.get('content-type')?.startsWith('text/plain');
        const [zh = '', en = zh] = isOurs ? (await response.text()).split('\n') : [];
        const text = language === 'zh' ? zh : en;
        setAnswer({ tone: 'seal', text: text || common.internalFault, ...(response.status === 401 ? { needsSignIn: true } : {}) });
      }
    } catch {
      setAnswer({ tone: 'seal', text: common.lostConnection });
    } finally {
      isRunning.current = false;
      setWorking(null);
    }
  }

  return {
    working,
    answer,
    onClick(event, what) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!isRunning.current) void run(event.currentTarget.href, what);
    },
  };
}
