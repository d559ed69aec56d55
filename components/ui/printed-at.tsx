'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../messages/messages-provider';
import { momentText } from './moment';

/** On paper alone: when it was printed, and what else is to be said there. The paper of the page is chosen here too (`app/print.css`). */
export function PrintedAt({ paper, children }: { paper: 'upright' | 'across'; children?: ReactNode }) {
  const { common } = useMessages();
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setAt(new Date().toISOString());
    const lookNow = () => flushSync(look);
    look();
    window.addEventListener('beforeprint', lookNow);
    return () => window.removeEventListener('beforeprint', lookNow);
  }, []);
  return (
    <p data-paper={paper} className="hidden text-note leading-5 text-muted print:block">
      {at && common.printedAt(momentText(at))} {children}
    </p>
  );
}
