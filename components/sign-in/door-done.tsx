'use client';

import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { Notice, type Tone } from '../ui/notice';

/** A link did its work; the next step is to sign in. */
export function DoorDone({ sentence, tone = 'done' }: { sentence: string; tone?: Tone }) {
  const { common } = useMessages();
  return (
    <div className="flex flex-col gap-4">
      <div role="status">
        <Notice tone={tone}>{sentence}</Notice>
      </div>
      <Link href="/sign-in" className={buttonClass('primary')}>
        {common.signIn}
      </Link>
    </div>
  );
}
