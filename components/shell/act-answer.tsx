'use client';

import { useMessages } from '../messages/messages-provider';
import { Notice } from '../ui/notice';
import type { Answer } from './answer';

/** The answer to an act, read out when it comes. The live region stands before there is anything to say, else it is not heard. */
export function ActAnswer({ answer, className }: { answer: Answer | null; className?: string }) {
  const { common } = useMessages();
  return (
    <div aria-live="polite" className={className}>
      {answer && (
        <Notice tone={answer.tone} isAlert={answer.tone === 'seal'}>
          {answer.text}
          {answer.needsSignIn && (
            <a href="/sign-in" className="ml-2 text-act underline">
              {common.signInAgain}
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}
