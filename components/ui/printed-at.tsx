'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../messages/messages-provider';
import { momentText } from './moment';

/** On paper alone: when it was printed. The paper of the page is chosen here too (`app/print.css`). */
export function PrintedAt({ paper }: { paper: 'upright' | 'across' }) {
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
      {at && common.printedAt(momentText(at))}
    </p>
  );
}
