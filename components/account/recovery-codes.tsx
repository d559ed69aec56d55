'use client';

import { useRef, useState } from 'react';
import type { AccountPage } from '@/server/queries/account';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';

/** Recovery codes, shown this once. Only their hashes are stored. */
export function RecoveryCodes({ codes, page, onClose }: { codes: readonly string[]; page: AccountPage; onClose: () => void }) {
  const { account } = useWritingMessages();
  const list = useRef<HTMLOListElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setAnswer({ tone: 'done', text: account.codesCopied });
    } catch {
      // Without https a browser has no clipboard for pages.
      if (list.current) window.getSelection()?.selectAllChildren(list.current);
      setAnswer({ tone: 'done', text: account.copyCodesByHand });
    }
  };
  // A key or a click beside it does not lose what is shown once.
  const stay = () => setAnswer({ tone: 'wrong', text: account.codesStay });
  return (
    <Dialog isOpen onClose={stay} title={account.codesTitle}>
      <div className="flex flex-col gap-4">
        <p className="text-body leading-6">{account.codesHint}</p>
        <p className="text-body font-medium">{account.codesOf(page.name, page.username)}</p>
        <ol ref={list} className="grid gap-1 rounded border border-hairline bg-desk px-3 py-2 font-mono text-body sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <ActAnswer answer={answer} className="empty:-mb-4" />
        <div className="print:hidden">
          <DialogActs>
            <Button onClick={copy}>{account.copyCodes}</Button>
            <Button onClick={() => window.print()}>{account.printCodes}</Button>
            <Button look="primary" onClick={onClose}>
              {account.codesKept}
            </Button>
          </DialogActs>
        </div>
      </div>
    </Dialog>
  );
}
