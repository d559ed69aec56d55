'use client';

import type { MouseEvent } from 'react';
import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import { Notice } from '../ui/notice';
import { Working } from '../ui/working';
import type { Answer } from './answer';
import { signInFrom } from './sign-in-here';

/**
 * The answer to an act, read out when it comes; before that, when it takes a while, what is being done. The live region stands
 * before there is anything to say, else it is not heard.
 *
 * @param working what is being done, while it is
 */
export function ActAnswer({ answer, working = null, className }: { answer: Answer | null; working?: string | null; className?: string }) {
  const { common } = useMessages();
  return (
    <div aria-live="polite" className={className}>
      {!answer && working && <Working what={working} seconds={common.working.seconds} />}
      {/* What went well without a word to say of it is seen where it was done. */}
      {answer?.text && (
        <Notice tone={answer.tone} isAlert={answer.tone === 'wrong'}>
          {answer.text}
          {answer.link && (
            <Link href={answer.link.href} className="ml-2 text-act underline underline-offset-2">
              {answer.link.words}
            </Link>
          )}
          {answer.needsSignIn && (
            <a href="/sign-in" onClick={leadBack} onAuxClick={leadBack} className="ml-2 text-act underline">
              {common.signInAgain}
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}

/** The address of the page may have changed since the answer came: it is read when one leaves. */
function leadBack(event: MouseEvent<HTMLAnchorElement>): void {
  event.currentTarget.href = signInFrom(window.location);
}
