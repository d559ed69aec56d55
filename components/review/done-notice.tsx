'use client';

import { useEffect, useState } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { Notice } from '../ui/notice';
import { type DoneBefore, takeDone } from './done-before';

/** Says on the next page what was decided on the last one. */
export function DoneNotice() {
  const { review } = useWritingMessages();
  const [done, setDone] = useState<DoneBefore | null>(null);
  useEffect(() => setDone((shown) => takeDone() ?? shown), []);
  return (
    <div role="status" className={done ? 'pb-4' : undefined}>
      {done && <Notice tone="done">{review.doneBefore[done.kind](done.what)}</Notice>}
    </div>
  );
}
